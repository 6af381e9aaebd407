/** Why a run ended as STUDENT_ERROR. */
export const STUDENT_ERROR_REASONS = [
  'ARCHIVE_REJECTED',
  'CONFIG_INVALID',
  'TRAIN_MISSING',
  'ENTRY_POINT_MISSING',
  'CRASHED',
  'TIMED_OUT',
  'OUT_OF_MEMORY',
  'DISK_FULL',
  'TOO_MANY_PROCESSES',
  'OUTPUT_FLOOD',
  'OUTPUT_MISSING',
  'OUTPUT_INVALID',
  'PREDICTIONS_REJECTED',
  'PROBE_FAILED',
] as const;
export type StudentErrorReason = (typeof STUDENT_ERROR_REASONS)[number];

/**
 * Found while unpacking, before any code of the student ran. Such a run costs no attempt: nothing was learned from
 * hidden rows, and the mistake is one of packaging.
 */
export const UNCHARGED_REASONS = [
  'ARCHIVE_REJECTED',
  'CONFIG_INVALID',
  'TRAIN_MISSING',
] as const satisfies readonly StudentErrorReason[];

/** Whether a finished or running run counts against the student's attempts. */
export function isAttemptCharged(run: {
  outcome: string | null;
  reason: string | null;
  cancelRequested?: boolean;
}): boolean {
  if (run.outcome === 'CANCELLED' || run.outcome === 'INFRASTRUCTURE_ERROR') return false;
  return !(run.outcome === 'STUDENT_ERROR' && UNCHARGED_REASONS.some((reason) => reason === run.reason));
}
