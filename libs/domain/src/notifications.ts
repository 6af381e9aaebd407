/**
 * What a student is told of. GRADED: a run was scored or failed. REVIEWED: a person graded it. ANSWERED: staff wrote in a
 * regrade request, or decided it. DUE_SOON: an own deadline is less than a day away. RELEASED: grades
 * that were held are shown now. ANNOUNCED: an instructor wrote to the cohort. REVISED: a rubric was changed, and points with it.
 * CONTACTED: a hiring manager asks. RERUN: a grader or dataset was wrong; the work was run again, and the result
 * changed. IMPERSONATED: an admin looked at the pages as they see them. EXTENDED: what they or a group of theirs were granted for an
 * assignment is another, a due date or attempts.
 */
export const NOTIFICATION_KINDS = [
  'GRADED',
  'REVIEWED',
  'ANSWERED',
  'DUE_SOON',
  'RELEASED',
  'ANNOUNCED',
  'REVISED',
  'CONTACTED',
  'RERUN',
  'IMPERSONATED',
  'EXTENDED',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
