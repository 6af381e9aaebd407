import { validationGaps } from './validation-gaps.js';

const auc = { name: 'auc', label: 'AUC', value: 0.66, low: 0.62, high: 0.7, direction: 'HIGHER' } as const;
const cost = { name: 'cost', label: 'Cost', value: 0.5, low: 0.4, high: 0.6, direction: 'LOWER' } as const;
const verdict = (claims: object) => validationGaps(claims, [auc, cost]).map((gap) => gap.verdict);

it('agrees with a claim inside the interval of the hidden score', () => {
  expect(validationGaps({ auc: 0.7 }, [auc])).toEqual([
    {
      metric: 'auc',
      label: 'AUC',
      direction: 'HIGHER',
      claimed: 0.7,
      hidden: 0.66,
      low: 0.62,
      high: 0.7,
      verdict: 'AGREES',
    },
  ]);
});

it('tells a claim that is too good from one that is too modest, whichever way the metric points', () => {
  expect(verdict({ auc: 0.998, cost: 0.1 })).toEqual(['TOO_GOOD', 'TOO_GOOD']);
  expect(verdict({ auc: 0.5, cost: 0.9 })).toEqual(['TOO_MODEST', 'TOO_MODEST']);
});

it('names a claim about something that is not measured, and has nothing to say without claims', () => {
  expect(verdict({ accuracy: 1 })).toEqual(['NOT_MEASURED']);
  expect(validationGaps(null, [auc])).toEqual([]);
});
