import { newCriterion, toInput, withCopies } from './rubric-input';

const nameOf = (level: string) => `Name of ${level}`;

it('gives each new criterion a key of its own', () => {
  const first = newCriterion([], nameOf);
  expect([first.key, newCriterion([first], nameOf).key]).toEqual(['judged-1', 'judged-2']);
});

it('starts a new criterion with three levels, named in the words of the page', () => {
  expect(newCriterion([], nameOf).levels.map(({ points, label }) => [points, label])).toEqual([
    [0, 'Name of absent'],
    [60, 'Name of present'],
    [100, 'Name of convincing'],
  ]);
});

it('sends what was edited and names the version it was made from', () => {
  const criterion = { ...newCriterion([], nameOf), title: 'The report' };
  const rubric = { assignmentSlug: 'risk', assignmentTitle: 'Risk', assignmentVersion: 1, version: 3, reason: null, criteria: [] }; // prettier-ignore
  const cached = { ...criterion, __typename: 'RubricCriterion' as const };
  expect(toInput(rubric, [cached])).toEqual({ assignmentSlug: 'risk', basis: 3, criteria: [criterion] });
});

it('copies what people judge by elsewhere under keys that are free, and nothing that a scorer measures', () => {
  const report = { ...newCriterion([], nameOf), key: 'report', title: 'The report' };
  const measured = { ...report, key: 'auc', mode: 'AUTO' as const, levels: [] };
  const notes = { ...report, key: 'notes', title: 'The notes' };
  expect(withCopies([measured, report], [measured, { ...report, weight: 35 }, notes])).toEqual([
    measured,
    report,
    { ...report, key: 'judged-1', weight: 35 },
    notes,
  ]);
});
