import { z } from 'zod';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Limits on what is set for a cohort and granted to its students. */
export const COHORT_PLAN_LIMITS = {
  lateDays: 60,
  /** How many can be selected at once. */
  students: 200,
  extraCertifications: 100,
  /** Characters. */
  reason: 1000,
  /** Groups in a cohort. */
  groups: 50,
  /** Characters. */
  groupName: 60,
} as const;

/**
 * When an assignment is open to a cohort, including a student's own extension. Times are instants; the zone is only for
 * messages.
 */
export interface Opening {
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  /** A later due date granted to this student. */
  extendedDueAt: Date | null;
  latePolicy: LatePolicy | null;
}

export interface LatePolicy {
  /** Share of the points lost for each started day after the due date, 0 to 1. */
  perDayPenalty: number;
  /** Days after the due date during which late work is accepted. */
  maxDays: number;
}

export interface Window {
  isOpen: boolean;
  /** Null while open. */
  closedReason: string | null;
  dueAt: Date | null;
  /** The cohort's due date, if an extension moved it. */
  extendedFrom: Date | null;
  /** The last instant at which work is accepted; null if it never closes. */
  closesAt: Date | null;
}

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));

/** Whether work is accepted at `now`, and until when. An extension moves the due date and, if it is later, the close. */
export function windowOf(opening: Opening, now: Date): Window {
  const dueAt = opening.dueAt ? later(opening.dueAt, opening.extendedDueAt) : null;
  const extendedFrom = dueAt === opening.dueAt ? null : opening.dueAt;
  const lateUntil =
    dueAt && opening.latePolicy ? new Date(dueAt.getTime() + opening.latePolicy.maxDays * DAY_MS) : null;
  // Without a late policy and a close, a due date informs but does not close the assignment.
  const ownClose = opening.closesAt ?? lateUntil;
  const closesAt = ownClose && later(ownClose, opening.extendedDueAt);
  if (opening.opensAt && now < opening.opensAt) {
    return {
      isOpen: false,
      closedReason: `It opens at ${opening.opensAt.toISOString()}.`,
      dueAt,
      extendedFrom,
      closesAt,
    };
  }
  if (closesAt && now > closesAt) {
    return {
      isOpen: false,
      closedReason: `It closed at ${closesAt.toISOString()}.`,
      dueAt,
      extendedFrom,
      closesAt,
    };
  }
  return { isOpen: true, closedReason: null, dueAt, extendedFrom, closesAt };
}

/** Started days after the due date; 0 if on time or if there is no due date. */
export function daysLate(submittedAt: Date, dueAt: Date | null): number {
  if (!dueAt || submittedAt <= dueAt) return 0;
  return Math.ceil((submittedAt.getTime() - dueAt.getTime()) / DAY_MS);
}

/** Factor on the points of late work, 0 to 1. */
export function lateFactor(days: number, policy: LatePolicy | null): number {
  if (days === 0 || !policy) return 1;
  if (days > policy.maxDays) return 0;
  return Math.max(0, 1 - days * policy.perDayPenalty);
}

/** Lateness as stored with a score; null if on time. */
export const latenessJson = z
  .object({ daysLate: z.int(), lateDaysSpent: z.int(), factor: z.number().min(0).max(1) })
  .nullable();

/** What lateness costs one piece of work. */
export interface Lateness {
  /** Started days after the due date. */
  daysLate: number;
  /** How many pooled late days pay for some of them. */
  lateDaysSpent: number;
  /** Share of the points that is left, 0 to 1. */
  factor: number;
}

/**
 * Pooled late days pay first, and the rest costs points. Without a late policy, lateness costs nothing and spends nothing.
 * @param pool the student's late days for this assignment, including those already used for it
 */
export function latenessOf(daysLate: number, policy: LatePolicy | null, pool: number): Lateness {
  const lateDaysSpent = policy ? Math.min(daysLate, Math.max(0, pool)) : 0;
  return { daysLate, lateDaysSpent, factor: lateFactor(daysLate - lateDaysSpent, policy) };
}
