import { fieldsOf, filterOf } from './candidate-filter';

const NONE = {
  skill: null,
  skillPoints: null,
  assignmentSlug: null,
  points: null,
  metric: null,
  metricValue: null,
  withinDays: null,
  location: null,
};

it('reads what the address says, and leaves out what says nothing', () => {
  expect(fieldsOf({ skill: 'DOMAINS', points: ' ', location: ['a', 'b'], other: 'x' })).toEqual({
    skill: 'DOMAINS',
  });
});

it('contains the conditions that were filled in, and nothing else', () => {
  expect(filterOf({})).toEqual(NONE);
  expect(filterOf({ skill: 'DOMAINS', skillPoints: '80', withinDays: '30' })).toEqual({
    ...NONE,
    skill: 'DOMAINS',
    skillPoints: 80,
    withinDays: 30,
  });
  expect(filterOf({ skill: 'COOKING', points: 'many', withinDays: '-1' })).toEqual(NONE);
});

it('takes a metric with the project it belongs to', () => {
  expect(filterOf({ metric: 'tabular-risk auc', metricValue: '0.8' })).toEqual({
    ...NONE,
    assignmentSlug: 'tabular-risk',
    metric: 'auc',
    metricValue: 0.8,
  });
});

it('asks for no half of a condition', () => {
  expect(filterOf({ skillPoints: '80', metricValue: '0.8' })).toEqual(NONE);
  expect(filterOf({ metric: 'tabular-risk auc' })).toEqual({ ...NONE, assignmentSlug: 'tabular-risk' });
});
