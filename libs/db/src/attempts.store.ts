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
import { openingOf, type StudentOpening } from './openings.store.js';
import { rowsOf } from './rows-of.js';

/** Everything that decides whether a student may submit now. */
export interface StudentPolicy {
  window: Window;
  rules: AttemptRules;
  counts: AttemptCounts;
  left: AttemptsLeft;
  /** Pooled late days that could pay for lateness of this assignment. */
  lateDays: number;
  timeZone: string;
  enrollmentId: string;
  /** The team that these attempts belong to; null if the student works alone. */
  teamId: string | null;
  /** Certification attempts granted beyond the assignment's own; already included in `rules`. */
  extra: number;
}

interface Subject {
  assignment: { id: string; title: string; stage: { trackId: string } };
  /** The newest published version. */
  version: { id: string; definition: Prisma.JsonValue };
  studentId: string;
  now: Date;
}

/** Blocks other submissions of the same student or team until the transaction ends, so that counting and adding are one step. */
export async function lockAttempts(tx: Tx, holderId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'attempts:' + holderId}, 0))`;
}

/** What a student's policy is computed from; null if no cohort of the student takes the assignment's track. */
export interface PolicyFacts {
  student: StudentOpening;
  charged: readonly Charged[];
}

/** @throws NotEnrolledError when no cohort of the student takes the assignment's track. */
export async function studentPolicy(tx: Tx, subject: Subject): Promise<StudentPolicy> {
  return policyFrom(await policyFacts(tx, subject), subject);
}

/** Stays true until the student's work or cohort changes, for any later `now`. */
export async function policyFacts(tx: Tx, subject: Subject): Promise<PolicyFacts | null> {
  // Both queries travel in one message.
  const [student, charged] = await Promise.all([openingOf(tx, subject), chargedTo(tx, subject)]);
  return student && { student, charged };
}

/** @throws NotEnrolledError without facts. */
export function policyFrom(
  facts: PolicyFacts | null,
  { assignment, version, now }: Omit<Subject, 'studentId'>,
): StudentPolicy {
  if (!facts) throw new NotEnrolledError(assignment.title);
  const { student, charged } = facts;
  const stated = attemptRules.parse((version.definition as { attempts?: unknown }).attempts);
  const extra = student.extraCertifications;
  const rules = { ...stated, certification: stated.certification + extra };
  const { teamId } = student;
  const counts = countsOf(charged, teamId, startOfDay(now, student.timeZone));
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

/** Runs that a student handed in alone, or runs of a team. */
interface Charged {
  /** Null for runs of the student alone. */
  teamId: string | null;
  /** When practice runs were handed in that may belong to today, in any time zone. */
  practicedAt: Date[];
  certifications: number;
  /** Waiting and running, handed in by this student. */
  inFlight: number;
}

/** The longest possible calendar day. */
const LONGEST_DAY_MS = 26 * 3_600_000;

/**
 * Runs that count: waiting, running, scored, or failed after the student's code started (see `isAttemptCharged`). A team's
 * runs count against the team, but runs in flight count against whoever handed them in.
 */
function chargedTo(tx: Tx, { assignment, version, studentId, now }: Subject): Promise<Charged[]> {
  return rowsOf<Charged>(tx)`
    SELECT team_id::text AS "teamId",
      coalesce(array_agg(queued_at) FILTER (WHERE is_charged AND kind = 'PRACTICE' AND assignment_id = ${assignment.id}::uuid
        AND queued_at >= ${new Date(now.getTime() - LONGEST_DAY_MS)}), '{}') AS "practicedAt",
      count(*) FILTER (WHERE is_charged AND kind = 'CERTIFICATION' AND version_id = ${version.id}::uuid)::int AS certifications,
      count(*) FILTER (WHERE student_id = ${studentId}::uuid AND status IN ('QUEUED', 'RUNNING'))::int AS "inFlight"
    FROM (
      SELECT r.kind, r.status, r.queued_at, r.student_id, r.team_id, v.id AS version_id, v.assignment_id,
        r.outcome IS NULL OR r.outcome = 'SCORED'
        OR (r.outcome = 'STUDENT_ERROR' AND r.reason <> ALL(${[...UNCHARGED_REASONS]}::text[])) AS is_charged
      FROM runs r JOIN assignment_versions v ON v.id = r.assignment_version_id
      WHERE r.student_id = ${studentId}::uuid
        OR r.team_id = ANY (ARRAY(SELECT m.team_id FROM team_members m WHERE m.user_id = ${studentId}::uuid))
    ) AS r GROUP BY team_id`;
}

function countsOf(charged: readonly Charged[], teamId: string | null, dayStart: Date): AttemptCounts {
  const own = charged.find((runs) => runs.teamId === teamId);
  return {
    practiceToday: own?.practicedAt.filter((at) => at >= dayStart).length ?? 0,
    certifications: own?.certifications ?? 0,
    inFlight: charged.reduce((sum, { inFlight }) => sum + inFlight, 0),
  };
}
