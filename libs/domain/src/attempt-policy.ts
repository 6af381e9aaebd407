import { z } from 'zod';
import { startOfNextDay } from './calendar-day.js';
import { AttemptsUsedUpError, TooManyRunsError } from './errors.js';

/** How many runs of one student may be waiting or running at once. */
export const PARALLEL_RUNS_PER_STUDENT = 5;

/** How many of those may run at the same time, so that one student cannot occupy the fleet. */
export const RUNNING_RUNS_PER_STUDENT = 2;

/** What an assignment version allows: practice runs per calendar day, certification runs in all. */
export const attemptRules = z.object({ practicePerDay: z.int().min(0), certification: z.int().min(0) });
export type AttemptRules = z.infer<typeof attemptRules>;

/** Charged runs so far: see `isAttemptCharged`. */
export interface AttemptCounts {
  practiceToday: number;
  certifications: number;
  /** Queued and running, of any kind and assignment. */
  inFlight: number;
}

export interface AttemptsLeft {
  practiceLeftToday: number;
  /** When the next practice attempt opens; null while one is left. */
  nextPracticeAt: Date | null;
  certificationsLeft: number;
}

/** The attempts that are left. A day is a calendar day in the cohort's time zone. */
export function attemptsLeft(
  rules: AttemptRules,
  counts: AttemptCounts,
  now: Date,
  timeZone: string,
): AttemptsLeft {
  const practiceLeftToday = Math.max(0, rules.practicePerDay - counts.practiceToday);
  return {
    practiceLeftToday,
    nextPracticeAt: practiceLeftToday > 0 ? null : startOfNextDay(now, timeZone),
    certificationsLeft: Math.max(0, rules.certification - counts.certifications),
  };
}

/**
 * Checks that one more run of this kind may start.
 * @throws TooManyRunsError, AttemptsUsedUpError
 */
export function assertAttemptLeft(
  kind: 'PRACTICE' | 'CERTIFICATION',
  rules: AttemptRules,
  counts: AttemptCounts,
  now: Date,
  timeZone: string,
): void {
  if (counts.inFlight >= PARALLEL_RUNS_PER_STUDENT) throw new TooManyRunsError(PARALLEL_RUNS_PER_STUDENT);
  const left = attemptsLeft(rules, counts, now, timeZone);
  if (kind === 'CERTIFICATION' && left.certificationsLeft === 0)
    throw new AttemptsUsedUpError(rules.certification, null);
  if (kind === 'PRACTICE' && left.practiceLeftToday === 0) {
    throw new AttemptsUsedUpError(rules.practicePerDay, left.nextPracticeAt);
  }
}
