import { checkRubric } from './rubric-rules.js';
import type { CriterionInput } from './rubrics.inputs.js';

const level = (points: number, label: string) => ({ points, label, description: '' });
const base = {
  title: 'A title',
  description: '',
  workflowStep: 'FRAME',
  weight: 10,
  isRequired: false,
  advice: '',
  skills: ['MATHEMATICS'],
} satisfies Partial<CriterionInput>;
const auc: CriterionInput = { ...base, key: 'auc', mode: 'AUTO', levels: [] };
const report: CriterionInput = {
  ...base,
  key: 'report',
  mode: 'MANUAL',
  levels: [level(0, 'Absent'), level(100, 'Argued')],
};
const check = (...criteria: CriterionInput[]) => checkRubric(criteria, ['auc']);

it('takes a rubric that people and the scorer can grade by', () => {
  expect(() => check(auc, report)).not.toThrow();
  expect(() => check({ ...auc, weight: 0 }, report)).not.toThrow();
});

it('takes a key that an imported assignment may have', () => {
  expect(() => checkRubric([{ ...auc, key: 'logLoss' }], ['logLoss'])).not.toThrow();
  expect(() => check(auc, { ...report, key: `r${'e'.repeat(79)}` })).not.toThrow();
});

it.each<[string, CriterionInput[], RegExp]>([
  ['a measured criterion left out', [report], /"auc" is measured by the scorer/],
  ['one that the scorer does not measure', [auc, { ...auc, key: 'f1' }], /"f1" is none that the scorer/],
  ['a key that stands twice', [auc, report, report], /"report" stands there twice/],
  ['no weight at all', [{ ...auc, weight: 0 }], /weight above 0/],
  ['a weight that is no number', [{ ...auc, weight: Number.NaN }], /weight from 0 to 100/],
  ['no skill', [{ ...auc, skills: [] }], /needs a skill/],
  ['a skill named twice', [{ ...auc, skills: ['DOMAINS', 'DOMAINS'] }], /names a skill twice/],
  ['a key that is too long', [auc, { ...report, key: `r${'e'.repeat(80)}` }], /up to 80 letters/],
  ['levels of a measured one', [{ ...auc, levels: [level(0, 'Absent')] }], /has no levels/],
  ['one level', [auc, { ...report, levels: [level(0, 'Absent')] }], /2 to 9 levels/],
  [
    'two levels of one name',
    [auc, { ...report, levels: [level(0, 'A'), level(50, 'A')] }],
    /same points or name/,
  ],
  [
    'a level of too many words',
    [auc, { ...report, levels: [level(0, 'A'), { ...level(9, 'B'), description: 'x'.repeat(1001) }] }],
    /above 1000 characters/,
  ],
  ['a level above 100', [auc, { ...report, levels: [level(0, 'A'), level(101, 'B')] }], /outside 0 to 100/],
])('refuses %s, and names it', (_, criteria, message) => {
  expect(() => check(...criteria)).toThrow(message);
});
