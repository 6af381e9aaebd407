import type { Outcome } from '@holdout/domain';
import { ApiError, PreflightError, UsageError } from '../errors.js';

export const EXIT = {
  OK: 0,
  OTHER: 1,
  STUDENT_ERROR: 2,
  INFRASTRUCTURE_ERROR: 3,
  REJECTED: 4,
  CANCELLED: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_OUTCOME = {
  SCORED: EXIT.OK,
  STUDENT_ERROR: EXIT.STUDENT_ERROR,
  INFRASTRUCTURE_ERROR: EXIT.INFRASTRUCTURE_ERROR,
  CANCELLED: EXIT.CANCELLED,
} satisfies Record<Outcome, ExitCode>;

/** How a finished run ends the command. */
export function exitCodeOf(outcome: Outcome | null): ExitCode {
  return outcome === null ? EXIT.OTHER : OF_OUTCOME[outcome];
}

/**
 * How an error before queueing ends `submit`: a refusal is 4; a server that failed or was not reached has refused
 * nothing.
 */
export function exitCodeBeforeQueueing(error: unknown): ExitCode {
  if (error instanceof PreflightError || error instanceof UsageError) return EXIT.REJECTED;
  return error instanceof ApiError && error.code !== 'INTERNAL' ? EXIT.REJECTED : EXIT.OTHER;
}
