/**
 * A cohort's work, run again on a later version. OPEN: nobody but instructors sees it. COMMITTING: new scores take the place of old
 * ones. COMMITTED: all have. DISCARDED: nothing of it counts.
 */
export const RERUN_STATUSES = ['OPEN', 'COMMITTING', 'COMMITTED', 'DISCARDED'] as const;
export type RerunStatus = (typeof RERUN_STATUSES)[number];

/** How far the work of one student is. NOT_STARTED: it is not in the sample, and the rest was not asked for yet. */
export const RERUN_WORK_STATES = [
  'NOT_STARTED',
  'QUEUED',
  'RUNNING',
  'SCORED',
  'STUDENT_ERROR',
  'INFRASTRUCTURE_ERROR',
  'CANCELLED',
] as const;
export type RerunWorkState = (typeof RERUN_WORK_STATES)[number];

/** What a commit does to the credential of a work. */
export const CREDENTIAL_EFFECTS = ['ISSUED', 'REISSUED', 'REVOKED'] as const;
export type CredentialEffect = (typeof CREDENTIAL_EFFECTS)[number];

export const RERUN_LIMITS = {
  /** Students in one re-run. */
  works: 1_000,
  /** Works that are run first. */
  sample: 10,
  reason: 1_000,
} as const;

/** @param isHeld whether a credential of the work is in force */
export function credentialEffect(isHeld: boolean, isPassed: boolean): CredentialEffect | null {
  if (isHeld) return isPassed ? 'REISSUED' : 'REVOKED';
  return isPassed ? 'ISSUED' : null;
}
