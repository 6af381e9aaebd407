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
  type LatePolicy,
  type Window,
} from '@holdout/domain';
import type { Prisma } from './generated/client.js';
import type { Tx } from './database.js';

/** What decides whether a student may submit now. */
export interface StudentPolicy {
  window: Window;
  rules: AttemptRules;
  counts: AttemptCounts;
  left: AttemptsLeft;
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
  const enrollment = await tx.enrollment.findFirst({
    where: {
      userId: studentId,
      withdrawnAt: null,
      cohort: { archivedAt: null, trackId: assignment.stage.trackId },
    },
    include: {
      cohort: { include: { openings: { where: { assignmentId: assignment.id } } } },
      extensions: { where: { assignmentId: assignment.id } },
    },
    orderBy: { createdAt: 'desc' },
  });
  if (!enrollment) throw new NotEnrolledError(assignment.title);
  const { cohort } = enrollment;
  const opening = cohort.openings[0];
  const extension = enrollment.extensions[0];
  const stated = attemptRules.parse((version.definition as { attempts?: unknown }).attempts);
  const extra = extension?.extraCertifications ?? 0;
  const rules = { ...stated, certification: stated.certification + extra };
  const dayStart = startOfDay(now, cohort.timeZone);
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
    window: windowOf(
      {
        opensAt: opening?.opensAt ?? cohort.startsAt,
        dueAt: opening?.dueAt ?? null,
        closesAt: opening?.closesAt ?? cohort.endsAt,
        extendedDueAt: extension?.dueAt ?? null,
        latePolicy: (opening?.latePolicy as LatePolicy | null | undefined) ?? null,
      },
      now,
    ),
    rules,
    counts,
    left: attemptsLeft(rules, counts, now, cohort.timeZone),
    timeZone: cohort.timeZone,
    enrollmentId: enrollment.id,
    extra,
  };
}
