import { OUTCOMES } from '@holdout/domain';
import { ApiError, ConnectionError, InterruptedError, PreflightError, UsageError } from '../errors.js';
import { exitCodeBeforeQueueing, exitCodeOf } from './exit-code.js';

it('gives each outcome its own code', () => {
  expect(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, exitCodeOf(outcome)]))).toEqual({
    SCORED: 0,
    STUDENT_ERROR: 2,
    INFRASTRUCTURE_ERROR: 3,
    CANCELLED: 5,
  });
});

it('ends with 1 when nothing is known about the outcome', () => {
  expect(exitCodeOf(null)).toBe(1);
});

it.each([
  ['a preflight finding', new PreflightError({ code: 'ARCHIVE_EMPTY', message: '', file: null }), 4],
  ['a missing folder', new UsageError('', 'SOURCE_MISSING'), 4],
  ['an unknown assignment', new ApiError('', 'NOT_FOUND'), 4],
  ['used up attempts', new ApiError('', 'CONFLICT'), 4],
  ['a failure of the server', new ApiError('', 'INTERNAL'), 1],
  ['a server that does not answer', new ConnectionError(''), 1],
  ['Ctrl-C', new InterruptedError(''), 1],
  ['a bug', new Error(''), 1],
])('before queueing, %s', (_name, error, code) => {
  expect(exitCodeBeforeQueueing(error)).toBe(code);
});
