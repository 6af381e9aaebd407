import { BadUserInputError, CRITERION_LIMITS } from '@holdout/domain';
import type { CriterionInput } from './rubrics.inputs.js';

const MAX_CRITERIA = 40;
const MAX = CRITERION_LIMITS;

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
  if (!MAX.key.test(key))
    refuse(key, `is no key: use up to ${MAX.keyLength} letters, digits and hyphens, a letter first.`);
  if (title.trim() === '' || title.length > MAX.title)
    refuse(key, `needs a title of 1 to ${MAX.title} characters.`);
  if (description.length > MAX.text || advice.length > MAX.text)
    refuse(key, `has a text above ${MAX.text} characters. Shorten it.`);
  if (!(weight >= 0 && weight <= MAX.weight)) refuse(key, `needs a weight from 0 to ${MAX.weight}.`);
  if (skills.length === 0) refuse(key, 'needs a skill that it is evidence for.');
  if (!differ(skills)) refuse(key, 'names a skill twice, which would count it twice. Name each once.');
  if (mode === 'AUTO') {
    if (levels.length > 0) refuse(key, 'is measured and has no levels. Leave them out.');
    return;
  }
  if (levels.length < MAX.levels.least || levels.length > MAX.levels.most)
    refuse(key, `needs ${MAX.levels.least} to ${MAX.levels.most} levels.`);
  if (levels.some(({ points }) => !(points >= 0 && points <= 100)))
    refuse(key, 'has a level outside 0 to 100 points.');
  if (levels.some(({ label }) => label.trim() === '' || label.length > MAX.levelLabel))
    refuse(key, `has a level without a name of 1 to ${MAX.levelLabel} characters.`);
  if (levels.some(({ description: text }) => text.length > MAX.levelDescription))
    refuse(key, `has a level with a text above ${MAX.levelDescription} characters. Shorten it.`);
  if (!differ(levels.map(({ points }) => points)) || !differ(levels.map(({ label }) => label)))
    refuse(key, 'has two levels of the same points or name. Make them differ.');
}

const differ = (values: readonly unknown[]) => new Set(values).size === values.length;

function refuse(key: string, rule: string): never {
  throw new BadUserInputError(`The criterion "${key}" ${rule}`, { field: `criteria.${key}` });
}
