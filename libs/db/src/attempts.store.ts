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
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { openingOf, type StudentOpening } from './openings.store.js';
import { rowsOf } from './rows-of.js';
import { heldBy } from './work-holders.js';

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
  /** The team whose attempts these are; null where the student works alone. */
  teamId: string | null;
  /** Certification attempts granted beyond the assignment's own; `rules` contain them. */
  extra: number;
}

interface Subject {
  assignment: { id: string; title: string; stage: { trackId: string } };
  /** The newest published version. */
  version: { id: string; definition: Prisma.JsonValue };
  studentId: string;
  now: Date;
  /** What `openingOf` says, where it was asked already. */
  student?: StudentOpening | null;
}

/** Holds off other submits of the same student or team until the transaction ends, so that counting and adding are one step. */
export async function lockAttempts(tx: Tx, holderId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'attempts:' + holderId}, 0))`;
}

/** @throws NotEnrolledError when no cohort of the student takes the assignment's track. */
export async function studentPolicy(
  tx: Tx,
  { assignment, version, studentId, now, student: known }: Subject,
): Promise<StudentPolicy> {
  const student = known === undefined ? await openingOf(tx, { assignment, studentId }) : known;
  if (!student) throw new NotEnrolledError(assignment.title);
  const stated = attemptRules.parse((version.definition as { attempts?: unknown }).attempts);
  const extra = student.extraCertifications;
  const rules = { ...stated, certification: stated.certification + extra };
  const dayStart = startOfDay(now, student.timeZone);
  const { teamId } = student;
  const counts = await countsOf(tx, { assignment, version, studentId, teamId, dayStart });
  return {
    window: windowOf(student.opening, now),
    rules,
    counts,
    left: attemptsLeft(rules, counts, now, student.timeZone),
    lateDays: student.lateDays,
    timeZone: student.timeZone,
    enrollmentId: student.enrollmentId,
    teamId,
    extra,
  };
}

interface Counted extends Omit<Subject, 'now' | 'student'> {
  teamId: string | null;
  dayStart: Date;
}

/**
 * Runs that count: waiting, running, scored, or failed once the student's code was running. See `isAttemptCharged`. Those of a team
 * are charged to the team; how many are in flight is counted by who handed them in.
 */
async function countsOf(
  tx: Tx,
  { assignment, version, studentId, teamId, dayStart }: Counted,
): Promise<AttemptCounts> {
  const [counts] = await rowsOf<AttemptCounts>(tx)`
    SELECT count(*) FILTER (WHERE is_charged AND is_of_holder AND kind = 'PRACTICE' AND assignment_id = ${assignment.id}::uuid
        AND queued_at >= ${dayStart})::int AS "practiceToday",
      count(*) FILTER (WHERE is_charged AND is_of_holder AND kind = 'CERTIFICATION' AND version_id = ${version.id}::uuid)::int
        AS certifications,
      count(*) FILTER (WHERE student_id = ${studentId}::uuid AND status IN ('QUEUED', 'RUNNING'))::int AS "inFlight"
    FROM (
      SELECT r.kind, r.status, r.queued_at, r.student_id, v.id AS version_id, v.assignment_id,
        ${heldBy({ studentId, teamId })} AS is_of_holder, r.outcome IS NULL OR r.outcome = 'SCORED'
        OR (r.outcome = 'STUDENT_ERROR' AND r.reason <> ALL(${[...UNCHARGED_REASONS]}::text[])) AS is_charged
      FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
      WHERE r.student_id = ${studentId}::uuid ${teamId ? Prisma.sql`OR r.team_id = ${teamId}::uuid` : Prisma.empty}
    ) AS r`;
  return counts ?? { practiceToday: 0, certifications: 0, inFlight: 0 };
}
