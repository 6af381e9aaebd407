import { RISK_RULES, UNCHARGED_REASONS, type PhaseName, type RiskReason } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { cohortScope, counted, stageStandings, standings } from './cohort-scope.js';

export interface CommonFailure {
  assignmentSlug: string;
  assignmentTitle: string;
  phase: PhaseName | null;
  reason: string;
  /** One of the messages, which differ only in numbers. */
  message: string;
  attempts: number;
  students: number;
}

/**
 * What students' attempts fail with most often: grouped by assignment, phase, reason and message, ignoring numbers in
 * the message.
 */
export function commonFailures(tx: Tx, cohortId: string, limit: number): Promise<CommonFailure[]> {
  return tx.$queryRaw<CommonFailure[]>`
    WITH ${cohortScope(cohortId)}
    SELECT t.slug AS "assignmentSlug", t.title AS "assignmentTitle", a.phase, a.reason,
      mode() WITHIN GROUP (ORDER BY coalesce(a.message, '')) AS message, count(DISTINCT a.id)::int AS attempts,
      count(DISTINCT a.student_id)::int AS students
    FROM attempts a JOIN tasks t ON t.id = a.assignment_id
    WHERE a.outcome = 'STUDENT_ERROR'
    GROUP BY t.slug, t.title, a.phase, a.reason, regexp_replace(coalesce(a.message, ''), '\\d+', '#', 'g')
    ORDER BY attempts DESC, students DESC, t.slug, a.reason LIMIT ${limit}`;
}

export interface StudentAtRisk {
  studentId: string;
  reasons: {
    reason: RiskReason;
    /** Null if it concerns the student as a whole. */
    assignmentTitle: string | null;
    /** The time since which it has applied, in UTC. */
    since: string;
  }[];
}

/** Students to whom a reason of `RISK_REASONS` applies, those with the most reasons first. */
export function studentsAtRisk(
  tx: Tx,
  cohortId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<StudentAtRisk[]> {
  const { failuresInARow, daysToStart, daysWithoutAttempt } = RISK_RULES;
  const uncharged = Prisma.join([...UNCHARGED_REASONS]);
  return tx.$queryRaw<StudentAtRisk[]>`
    WITH ${cohortScope(cohortId)}, ${standings}, ${stageStandings}, open AS (
      SELECT p.user_id, p.enrollment_id, t.id AS assignment_id, t.title, greatest(t.due_at, x.due_at) AS due_at,
        coalesce(x.extra_certifications, 0) AS extra, w.best
      FROM people p CROSS JOIN tasks t
      CROSS JOIN LATERAL extension_of(p.enrollment_id, t.id) x
      LEFT JOIN standings w ON w.student_id = p.user_id AND w.assignment_id = t.id
      WHERE NOT coalesce(w.passed, false)
    ), last_attempts AS (
      SELECT student_id, max(queued_at) AS at FROM attempts GROUP BY student_id
    ), used AS (
      SELECT student_id, assignment_id, count(*) AS n, max(finished_at) AS at FROM attempts
      WHERE kind = 'CERTIFICATION'
        AND (outcome = 'SCORED' OR (outcome = 'STUDENT_ERROR' AND reason NOT IN (${uncharged})))
      GROUP BY student_id, assignment_id
    ), ended AS (
      SELECT *, row_number() OVER (PARTITION BY student_id, assignment_id ORDER BY finished_at DESC) AS back
      FROM attempts WHERE outcome IN ('SCORED', 'STUDENT_ERROR')
    ), rules AS (
      SELECT DISTINCT ON (v.assignment_id) v.assignment_id, (v.definition #>> '{attempts,certification}')::int AS certification
      FROM assignment_versions v JOIN tasks t ON t.id = v.assignment_id
      WHERE v.published_at IS NOT NULL ORDER BY v.assignment_id, v.version DESC
    ), found AS (
      SELECT user_id, 'OVERDUE' AS reason, title, due_at AS since FROM open
        WHERE due_at < ${now} AND best IS NULL
      UNION ALL
      SELECT o.user_id, 'NO_ATTEMPTS_LEFT', o.title, u.at FROM open o
        JOIN used u ON u.student_id = o.user_id AND u.assignment_id = o.assignment_id
        JOIN rules r ON r.assignment_id = o.assignment_id
        WHERE u.n >= r.certification + o.extra
      UNION ALL
      SELECT o.user_id, 'FAILING', o.title, min(e.finished_at) FROM open o
        JOIN ended e ON e.student_id = o.user_id AND e.assignment_id = o.assignment_id AND e.back <= ${failuresInARow}
        GROUP BY o.user_id, o.assignment_id, o.title
        HAVING count(*) FILTER (WHERE e.outcome = 'STUDENT_ERROR') = ${failuresInARow}
      UNION ALL
      SELECT p.user_id, 'NEVER_STARTED', NULL, p.created_at FROM people p
        WHERE p.created_at < ${now}::timestamptz - make_interval(days => ${daysToStart})
          AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.student_id = p.user_id) AND EXISTS (SELECT 1 FROM tasks)
      UNION ALL
      SELECT l.student_id, 'INACTIVE', NULL, l.at FROM last_attempts l
        WHERE l.at < ${now}::timestamptz - make_interval(days => ${daysWithoutAttempt})
          AND EXISTS (SELECT 1 FROM stage_standings g WHERE g.user_id = l.student_id AND NOT g.passed)
    )
    SELECT user_id::text AS "studentId", jsonb_agg(jsonb_build_object(
      'reason', reason, 'assignmentTitle', title, 'since', to_char(since, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY since) AS reasons
    FROM found GROUP BY user_id ORDER BY count(*) DESC, min(since), user_id LIMIT ${limit}`;
}

export interface WeakSlice {
  assignmentSlug: string;
  assignmentTitle: string;
  attribute: string;
  group: string;
  metric: string;
  /** Students whose counted certification measured this slice. */
  students: number;
  /** Share of them whose value for the slice is worse than their own overall value. */
  shareWorse: number;
  /** The same, but counting only slices whose whole interval is worse. */
  shareClearlyWorse: number;
  /** Medians over students. */
  slice: number;
  overall: number;
}

/**
 * Groups of rows on which nearly everyone does worse than on the rest: something to teach the cohort, rather than one
 * student.
 */
export function weakSlices(
  tx: Tx,
  cohortId: string,
  { atLeast, share, limit }: { atLeast: number; share: number; limit: number },
): Promise<WeakSlice[]> {
  return tx.$queryRaw<WeakSlice[]>`
    WITH ${cohortScope(cohortId)}, ${counted}, measured AS (
      SELECT c.assignment_id, piece ->> 'attribute' AS attribute, piece ->> 'group' AS "group", m.label AS metric,
        m.value AS overall, (own.value ->> 'value')::float8 AS slice,
        CASE m.direction WHEN 'HIGHER' THEN (own.value ->> 'value')::float8 < m.value
          ELSE (own.value ->> 'value')::float8 > m.value END AS worse,
        CASE m.direction WHEN 'HIGHER' THEN (own.value ->> 'high')::float8 < m.value
          ELSE (own.value ->> 'low')::float8 > m.value END AS clearly
      FROM counted c
      JOIN scores s ON s.id = c.score_id
      CROSS JOIN LATERAL jsonb_array_elements(s.slices) AS piece
      CROSS JOIN LATERAL jsonb_each(piece -> 'metrics') AS own
      JOIN metric_values m ON m.run_id = c.id AND m.name = own.key AND m.split = c.split
    )
    SELECT t.slug AS "assignmentSlug", t.title AS "assignmentTitle", x.attribute, x."group", x.metric, x.students,
      x."shareWorse", x."shareClearlyWorse", x.slice, x.overall
    FROM (
      SELECT assignment_id, attribute, "group", metric, count(*)::int AS students, avg(worse::int)::float8 AS "shareWorse",
        avg(clearly::int)::float8 AS "shareClearlyWorse", percentile_cont(0.5) WITHIN GROUP (ORDER BY slice) AS slice,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY overall) AS overall
      FROM measured GROUP BY assignment_id, attribute, "group", metric
      HAVING count(*) >= ${atLeast} AND avg(worse::int) >= ${share}
    ) x JOIN tasks t ON t.id = x.assignment_id
    ORDER BY x."shareClearlyWorse" DESC, x."shareWorse" DESC, x.students DESC, t.slug, x.attribute, x."group" LIMIT ${limit}`;
}
