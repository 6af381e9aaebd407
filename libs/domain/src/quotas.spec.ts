import { brokenQuota, type QuotaState } from './quotas.js';
import { QuotaSpentError } from './errors.js';

const need = { resource: 'CPU', bytes: 100 } as const;

it.each<[string, QuotaState, boolean]>([
  ['the last run of the day is let through', { what: 'RUNS', limit: 3, used: 2 }, false],
  ['the run after it is not', { what: 'RUNS', limit: 3, used: 3 }, true],
  ['seconds may be begun', { what: 'CPU', limit: 60, used: 59.9 }, false],
  ['seconds that are spent are spent', { what: 'CPU', limit: 60, used: 60 }, true],
  ['another resource does not matter', { what: 'GPU', limit: 0, used: 0 }, false],
  ['an archive that just fits is stored', { what: 'STORAGE', limit: 1000, used: 900 }, false],
  ['a larger one is not', { what: 'STORAGE', limit: 1000, used: 901 }, true],
  ['what runs at once only waits', { what: 'PARALLEL', limit: 1, used: 1 }, false],
])('%s', (_, state, isBroken) => {
  expect(brokenQuota([state], need)).toEqual(isBroken ? state : null);
});

it('says what is spent, whose it is and when it comes back', () => {
  const error = new QuotaSpentError('CPU', 'STUDENT', 60, new Date('2026-11-26T20:00:00Z'));
  expect(error.message).toBe(
    'Your 60 CPU-seconds for today are used up. Hand in again after 2026-11-27T00:00:00.000Z, or ask an admin for more.',
  );
  expect(error.details).toEqual({ limit: 60, retryAt: '2026-11-27T00:00:00.000Z' });
  expect(new QuotaSpentError('STORAGE', 'ORGANIZATION', 5, new Date()).message).toBe(
    'The 5 bytes of storage of your organization do not hold another submission. Ask an admin for more.',
  );
});
