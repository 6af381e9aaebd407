import { newCriterion, toInput } from './rubric-input';

it('gives each new criterion a key of its own', () => {
  const first = newCriterion([]);
  expect([first.key, newCriterion([first]).key]).toEqual(['judged-1', 'judged-2']);
});

it('sends what was edited and names the version it was made from', () => {
  const criterion = { ...newCriterion([]), title: 'The report' };
  const rubric = { assignmentSlug: 'risk', assignmentTitle: 'Risk', assignmentVersion: 1, version: 3, reason: null, criteria: [] }; // prettier-ignore
  const cached = { ...criterion, __typename: 'RubricCriterion' as const };
  expect(toInput(rubric, [cached])).toEqual({ assignmentSlug: 'risk', basis: 3, criteria: [criterion] });
});
