import { BadUserInputError } from '@holdout/domain';
import type { CriterionInput } from './rubrics.inputs.js';

const MAX_CRITERIA = 40;
const MAX_TITLE = 200;
const MAX_TEXT = 2000;
const MAX_WEIGHT = 100;
const LEVELS = { least: 2, most: 9 };
const KEY = /^[a-z][a-z0-9-]{0,59}$/;

/**
 * A rubric that can be put in force: the automatic criteria are those of the scorer, whatever they are called and weigh.
 * @throws BadUserInputError that names the criterion and the rule
 */
export function checkRubric(criteria: readonly CriterionInput[], automaticKeys: readonly string[]): void {
  if (criteria.length > MAX_CRITERIA)
    throw new BadUserInputError(`A rubric has ${MAX_CRITERIA} criteria at most.`, {
      field: 'criteria',
      limit: MAX_CRITERIA,
    });
  const keys = criteria.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) refuse(twice, 'stands there twice. Give the other one a key of its own.');
  const given = criteria.filter(({ mode }) => mode === 'AUTO').map(({ key }) => key);
  const missing = automaticKeys.find((key) => !given.includes(key));
  if (missing)
    refuse(missing, 'is measured by the scorer and cannot be left out. Give it the weight 0 instead.');
  const unknown = given.find((key) => !automaticKeys.includes(key));
  if (unknown)
    refuse(unknown, 'is none that the scorer measures. Publish a new version of the assignment for that.');
  for (const criterion of criteria) checkCriterion(criterion);
  if (criteria.every(({ weight }) => weight === 0))
    throw new BadUserInputError('Give at least one criterion a weight above 0.', { field: 'criteria' });
}

function checkCriterion({
  key,
  title,
  description,
  advice,
  weight,
  skills,
  mode,
  levels,
}: CriterionInput): void {
  if (!KEY.test(key))
    refuse(key, 'is no key: use up to 60 small letters, digits and hyphens, a letter first.');
  if (title.trim() === '' || title.length > MAX_TITLE)
    refuse(key, `needs a title of 1 to ${MAX_TITLE} characters.`);
  if (description.length > MAX_TEXT || advice.length > MAX_TEXT)
    refuse(key, `has a text above ${MAX_TEXT} characters. Shorten it.`);
  if (!(weight >= 0 && weight <= MAX_WEIGHT)) refuse(key, `needs a weight from 0 to ${MAX_WEIGHT}.`);
  if (skills.length === 0) refuse(key, 'needs a skill that it is evidence for.');
  if (mode === 'AUTO') {
    if (levels.length > 0) refuse(key, 'is measured and has no levels. Leave them out.');
    return;
  }
  if (levels.length < LEVELS.least || levels.length > LEVELS.most)
    refuse(key, `needs ${LEVELS.least} to ${LEVELS.most} levels.`);
  if (levels.some(({ points }) => !(points >= 0 && points <= 100)))
    refuse(key, 'has a level outside 0 to 100 points.');
  if (levels.some(({ label }) => label.trim() === '' || label.length > MAX_TITLE))
    refuse(key, `has a level without a name of 1 to ${MAX_TITLE} characters.`);
  const differ = (values: readonly unknown[]) => new Set(values).size === values.length;
  if (!differ(levels.map(({ points }) => points)) || !differ(levels.map(({ label }) => label)))
    refuse(key, 'has two levels of the same points or name. Make them differ.');
}

function refuse(key: string, rule: string): never {
  throw new BadUserInputError(`The criterion "${key}" ${rule}`, { field: `criteria.${key}` });
}
