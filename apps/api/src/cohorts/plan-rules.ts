import { BadUserInputError } from '@holdout/domain';
import type { AssignmentDatesInput, ExtensionInput, LateDaysInput } from './cohort-plan.types.js';

const MAX_LATE_DAYS = 60;
const MAX_STUDENTS = 200;
const MAX_EXTRA = 100;
const MAX_REASON = 1000;

/** @throws BadUserInputError that names the field */
export function checkDates({
  opensAt,
  dueAt,
  closesAt,
  latePolicy,
}: Pick<AssignmentDatesInput, 'opensAt' | 'dueAt' | 'closesAt' | 'latePolicy'>): void {
  const refuse = (field: string, message: string): never => {
    throw new BadUserInputError(message, { field });
  };
  if (opensAt && dueAt && dueAt <= opensAt)
    refuse('dueAt', 'It is due before it opens. Choose a later due date.');
  if (dueAt && closesAt && closesAt < dueAt)
    refuse('closesAt', 'It closes before it is due. Choose a later close.');
  if (opensAt && closesAt && closesAt <= opensAt)
    refuse('closesAt', 'It closes before it opens. Choose a later close.');
  if (!latePolicy) return;
  if (!dueAt) refuse('latePolicy', 'Late work needs a due date. Set one, or leave the late policy out.');
  if (!(latePolicy.perDayPenalty >= 0 && latePolicy.perDayPenalty <= 1))
    refuse('latePolicy.perDayPenalty', 'A day costs a share of the points from 0 to 1.');
  if (latePolicy.maxDays < 1 || latePolicy.maxDays > MAX_LATE_DAYS)
    refuse('latePolicy.maxDays', `Late work is taken for 1 to ${MAX_LATE_DAYS} days.`);
}

/** @throws BadUserInputError that names the field */
export function checkExtension({ studentIds, dueAt, extraCertifications, reason }: ExtensionInput): void {
  checkStudents(studentIds);
  if (extraCertifications < 0 || extraCertifications > MAX_EXTRA) {
    throw new BadUserInputError(`An extension adds 0 to ${MAX_EXTRA} certification attempts.`, {
      field: 'extraCertifications',
      limit: MAX_EXTRA,
    });
  }
  if (!dueAt && extraCertifications === 0)
    throw new BadUserInputError('Say what is granted: a later due date, attempts, or both.', {
      field: 'dueAt',
    });
  const length = reason.trim().length;
  if (length === 0 || length > MAX_REASON)
    throw new BadUserInputError(`Give a reason of 1 to ${MAX_REASON} characters.`, {
      field: 'reason',
      limit: MAX_REASON,
    });
}

/** @throws BadUserInputError that names the field */
export function checkLateDays({ studentIds, days }: LateDaysInput): void {
  checkStudents(studentIds);
  if (days < 0 || days > MAX_LATE_DAYS)
    throw new BadUserInputError(`A student has 0 to ${MAX_LATE_DAYS} late days.`, {
      field: 'days',
      limit: MAX_LATE_DAYS,
    });
}

function checkStudents(studentIds: readonly string[]): void {
  if (studentIds.length === 0 || studentIds.length > MAX_STUDENTS) {
    throw new BadUserInputError(`Choose 1 to ${MAX_STUDENTS} students at once.`, {
      field: 'studentIds',
      limit: MAX_STUDENTS,
    });
  }
}
