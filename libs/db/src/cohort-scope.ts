import { Prisma } from './generated/client.js';
import { isStudying } from './studying.js';

/**
 * The rows behind every figure of a cohort, as the beginning of a WITH clause: its students (`people`), the published
 * assignments of its track (`tasks`), their practice and certification runs (`attempts`), and those runs, plus
 * re-runs that count, with their newest score (`scored`).
 */
export function cohortScope(cohortId: string): Prisma.Sql {
  return Prisma.sql`
    people AS (
      SELECT e.id AS enrollment_id, e.user_id, e.created_at FROM enrollments e
      WHERE e.cohort_id = ${cohortId}::uuid AND ${isStudying}
    ), tasks AS (
      SELECT a.id, a.slug, a.title, a.stage_id, st.slug AS stage_slug, o.due_at,
        row_number() OVER (ORDER BY st.position, a.position, a.slug)::int AS place
      FROM cohorts c
      JOIN stages st ON st.track_id = c.track_id
      JOIN assignments a ON a.stage_id = st.id
      LEFT JOIN cohort_assignments o ON o.cohort_id = c.id AND o.assignment_id = a.id
      WHERE c.id = ${cohortId}::uuid AND EXISTS (
        SELECT 1 FROM assignment_versions v WHERE v.assignment_id = a.id AND v.published_at IS NOT NULL)
    ), graded AS (
      SELECT r.id, p.user_id AS student_id, v.assignment_id, r.kind, r.outcome, r.reason, r.message, r.error_detail ->> 'phase' AS phase,
        r.queued_at, r.finished_at, r.is_counted
      FROM runs r
      JOIN assignment_versions v ON v.id = r.assignment_version_id
      JOIN tasks t ON t.id = v.assignment_id
      -- The work of a team stands for each of its members.
      LEFT JOIN team_members m ON m.team_id = r.team_id
      JOIN people p ON p.user_id = coalesce(m.user_id, r.student_id)
      WHERE r.kind IN ('PRACTICE', 'CERTIFICATION') OR r.is_counted
    ), attempts AS (
      SELECT * FROM graded WHERE kind <> 'REGRADE'
    ), scored AS (
      SELECT a.*, s.id AS score_id, s.value, s.low, s.high, s.split, s.rubric_version_id,
        coalesce(a.is_counted AND s.is_passed AND NOT s.is_provisional, false) AS passed
      FROM graded a
      LEFT JOIN LATERAL (
        SELECT * FROM scores WHERE scores.run_id = a.id ORDER BY created_at DESC, id DESC LIMIT 1
      ) s ON a.outcome = 'SCORED'
    )`;
}

/** How each student stands on each assignment they tried; continues the scope. */
export const standings = Prisma.sql`
    standings AS (
      SELECT student_id, assignment_id, count(*) FILTER (WHERE kind <> 'REGRADE')::int AS attempts, bool_or(passed) AS passed,
        max(value) FILTER (WHERE is_counted) AS best
      FROM scored GROUP BY student_id, assignment_id
    )`;

/** Which students have passed or at least begun which stage; continues the standings. */
export const stageStandings = Prisma.sql`
    stage_standings AS (
      SELECT st.id, st.slug, st.title, st.position, p.user_id,
        count(*) FILTER (WHERE w.passed) >= least(coalesce(st.passes_needed, count(*)), count(*)) AS passed,
        count(w.student_id) > 0 AS begun
      FROM people p CROSS JOIN tasks t
      JOIN stages st ON st.id = t.stage_id
      LEFT JOIN standings w ON w.student_id = p.user_id AND w.assignment_id = t.id
      GROUP BY st.id, p.user_id
    )`;

/**
 * The run that counts for each student and assignment: of all that may count, the one with the most points; continues
 * the scope.
 */
export const counted = Prisma.sql`
    counted AS (
      SELECT DISTINCT ON (student_id, assignment_id) * FROM scored
      WHERE is_counted AND value IS NOT NULL
      ORDER BY student_id, assignment_id, value DESC, queued_at DESC
    )`;
