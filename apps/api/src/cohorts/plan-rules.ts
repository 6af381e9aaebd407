import { BadUserInputError, COHORT_PLAN_LIMITS as MAX } from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';
import type { AssignmentDatesInput, ExtensionInput, LateDaysInput } from './cohort-plan.types.js';

/** Why a condition of grades changes, trimmed. @throws BadUserInputError */
export function checkedReason(reason: string): string {
  return checkedText(reason, {
    field: 'reason',
    least: 1,
    limit: MAX.reason,
    message: `Give a reason of 1 to ${MAX.reason} characters.`,
  });
}

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
  if (latePolicy.maxDays < 1 || latePolicy.maxDays > MAX.lateDays)
    refuse('latePolicy.maxDays', `Late work can be accepted for 1 to ${MAX.lateDays} days.`);
}

/** @throws BadUserInputError that names the field */
export function checkExtension({
  dueAt,
  extraCertifications,
}: Pick<ExtensionInput, 'dueAt' | 'extraCertifications'>): void {
  if (extraCertifications < 0 || extraCertifications > MAX.extraCertifications) {
    throw new BadUserInputError(`An extension adds 0 to ${MAX.extraCertifications} certification attempts.`, {
      field: 'extraCertifications',
      limit: MAX.extraCertifications,
    });
  }
  if (!dueAt && extraCertifications === 0)
    throw new BadUserInputError('Say what is granted: a later due date, attempts, or both.', {
      field: 'dueAt',
    });
}

/** An extension makes no date earlier, and no work late that was not. @throws BadUserInputError that names the field */
export function checkLater(dueAt: Date, { cohortDueAt, now }: { cohortDueAt: Date | null; now: Date }): void {
  const refuse = (message: string): never => {
    throw new BadUserInputError(message, { field: 'dueAt' });
  };
  if (cohortDueAt && dueAt <= cohortDueAt)
    refuse('The new due date is not later than that of the cohort. Choose a later one.');
  if (!cohortDueAt && dueAt <= now) refuse('The new due date has already passed. Choose a later one.');
}

/** @throws BadUserInputError that names the field */
export function checkLateDays({ days }: Pick<LateDaysInput, 'days'>): void {
  if (days < 0 || days > MAX.lateDays)
    throw new BadUserInputError(`A student has 0 to ${MAX.lateDays} late days.`, {
      field: 'days',
      limit: MAX.lateDays,
    });
}

/** @throws BadUserInputError */
export function checkStudents(studentIds: readonly string[]): void {
  if (studentIds.length === 0 || studentIds.length > MAX.students) {
    throw new BadUserInputError(`Choose 1 to ${MAX.students} students at once.`, {
      field: 'studentIds',
      limit: MAX.students,
    });
  }
}
