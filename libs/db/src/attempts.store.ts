import {
  NotEnrolledError,
  UNCHARGED_REASONS,
  attemptRules,
  attemptsLeft,
  startOfDay,
  windowOf,
  type AttemptCounts,
  type AttemptRules,
  type AttemptsLeft,
  type Window,
} from '@holdout/domain';
import type { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { openingOf } from './openings.store.js';

/** What decides whether a student may submit now. */
export interface StudentPolicy {
  window: Window;
  rules: AttemptRules;
  counts: AttemptCounts;
  left: AttemptsLeft;
  /** Pooled late days that may pay for lateness of this assignment. */
  lateDays: number;
  timeZone: string;
  enrollmentId: string;
  /** Certification attempts granted beyond the assignment's own; `rules` contain them. */
  extra: number;
}

interface Subject {
  assignment: { id: string; title: string; stage: { trackId: string } };
  /** The newest published version. */
  version: { id: string; definition: Prisma.JsonValue };
  studentId: string;
  now: Date;
}

/** Runs that count: waiting, running, scored, or failed once the student's code was running. See `isAttemptCharged`. */
const charged = {
  OR: [
    { outcome: null },
    { outcome: 'SCORED' as const },
    { outcome: 'STUDENT_ERROR' as const, reason: { notIn: [...UNCHARGED_REASONS] } },
  ],
};

/** Holds off other submits of the same student until the transaction ends, so that counting and adding are one step. */
export async function lockAttempts(tx: Tx, studentId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'attempts:' + studentId}, 0))`;
}

/** @throws NotEnrolledError when no cohort of the student takes the assignment's track. */
export async function studentPolicy(
  tx: Tx,
  { assignment, version, studentId, now }: Subject,
): Promise<StudentPolicy> {
  const student = await openingOf(tx, { assignment, studentId });
  if (!student) throw new NotEnrolledError(assignment.title);
  const stated = attemptRules.parse((version.definition as { attempts?: unknown }).attempts);
  const extra = student.extraCertifications;
  const rules = { ...stated, certification: stated.certification + extra };
  const dayStart = startOfDay(now, student.timeZone);
  const [practiceToday, certifications, inFlight] = [
    await tx.run.count({
      where: {
        studentId,
        kind: 'PRACTICE',
        assignmentVersion: { assignmentId: assignment.id },
        queuedAt: { gte: dayStart },
        ...charged,
      },
    }),
    await tx.run.count({
      where: { studentId, kind: 'CERTIFICATION', assignmentVersionId: version.id, ...charged },
    }),
    await tx.run.count({ where: { studentId, status: { in: ['QUEUED', 'RUNNING'] } } }),
  ];
  const counts = { practiceToday, certifications, inFlight };
  return {
    window: windowOf(student.opening, now),
    rules,
    counts,
    left: attemptsLeft(rules, counts, now, student.timeZone),
    lateDays: student.lateDays,
    timeZone: student.timeZone,
    enrollmentId: student.enrollmentId,
    extra,
  };
}
