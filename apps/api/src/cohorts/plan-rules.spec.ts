import { checkLater } from './plan-rules.js';

const now = new Date('2026-05-10T12:00:00Z');
const day = (number: number) => new Date(Date.UTC(2026, 4, number));

it('takes a due date that is later than the cohort’s, also one that has passed', () => {
  expect(() => checkLater(day(3), { cohortDueAt: day(2), now })).not.toThrow();
  expect(() => checkLater(day(20), { cohortDueAt: null, now })).not.toThrow();
});

it('refuses a due date that would make work late', () => {
  expect(() => checkLater(day(2), { cohortDueAt: day(2), now })).toThrow(/not later than that of the cohort/);
  expect(() => checkLater(day(3), { cohortDueAt: null, now })).toThrow(/has already passed/);
});
