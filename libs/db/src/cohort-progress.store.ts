import type { Tx } from './database.js';
import { cohortScope, stageStandings, standings } from './cohort-scope.js';

export interface CohortCounts {
  students: number;
  /** Practice and certification runs. */
  attempts: number;
}

export async function cohortCounts(tx: Tx, cohortId: string): Promise<CohortCounts> {
  const [counts] = await tx.$queryRaw<CohortCounts[]>`
    WITH ${cohortScope(cohortId)}
    SELECT (SELECT count(*)::int FROM people) AS students, (SELECT count(DISTINCT id)::int FROM attempts) AS attempts`;
  return counts ?? { students: 0, attempts: 0 };
}

export interface CohortStage {
  id: string;
  slug: string;
  title: string;
  /** Numbers of students. Each student is counted in exactly one of the three. */
  passed: number;
  inProgress: number;
  notStarted: number;
}

/** How many students have passed, begun or not begun each stage that has assignments. */
export function cohortStages(tx: Tx, cohortId: string): Promise<CohortStage[]> {
  return tx.$queryRaw<CohortStage[]>`
    WITH ${cohortScope(cohortId)}, ${standings}, ${stageStandings}
    SELECT id::text, slug, title, count(*) FILTER (WHERE passed)::int AS passed,
      count(*) FILTER (WHERE begun AND NOT passed)::int AS "inProgress",
      count(*) FILTER (WHERE NOT begun AND NOT passed)::int AS "notStarted"
    FROM stage_standings GROUP BY id, slug, title, position ORDER BY position`;
}

export interface CohortAssignmentFigures {
  id: string;
  slug: string;
  title: string;
  /** Students with any attempt, with a scored certification, and who passed. */
  tried: number;
  certified: number;
  passed: number;
  /** Quartiles of each student's best certification; null if there is none. */
  quartiles: number[] | null;
  /** Students by their best certification: [0, 10), [10, 20) … [90, 100]. */
  histogram: number[];
  /** Attempts of any kind up to and including the one that passed; null while nobody has passed. */
  attemptsToPass: number | null;
  attemptsToPassMost: number | null;
  /** From submission to result; null before the first result. */
  feedbackSeconds: number | null;
  feedbackSecondsSlow: number | null;
  /** From the result to a person's finished review; null before the first review. */
  reviewSeconds: number | null;
}

/**
 * Figures for each published assignment of the cohort's track: medians, and the 95th percentile in fields named
 * "slow" or "most".
 */
export function cohortAssignments(tx: Tx, cohortId: string): Promise<CohortAssignmentFigures[]> {
  return tx.$queryRaw<CohortAssignmentFigures[]>`
    WITH ${cohortScope(cohortId)}, ${standings}, numbered AS (
      -- A re-run is nobody's attempt: it stands where those before it stand.
      SELECT *, count(*) FILTER (WHERE kind <> 'REGRADE') OVER (PARTITION BY student_id, assignment_id ORDER BY queued_at, id) AS nth
      FROM scored
    ), first_passes AS (
      SELECT student_id, assignment_id, min(nth) AS nth FROM numbered WHERE passed GROUP BY student_id, assignment_id
    ), to_pass AS (
      SELECT assignment_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY nth) AS median,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY nth) AS most
      FROM first_passes GROUP BY assignment_id
    ), feedback AS (
      SELECT assignment_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - queued_at)) AS median,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - queued_at)) AS slow
      FROM attempts WHERE outcome IN ('SCORED', 'STUDENT_ERROR') GROUP BY assignment_id
    ), reviewed AS (
      SELECT a.assignment_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM w.finished_at - a.finished_at)) AS median
      FROM attempts a JOIN reviews w ON w.run_id = a.id AND w.status = 'FINISHED' GROUP BY a.assignment_id
    ), spread AS (
      SELECT assignment_id, count(*)::int AS tried, count(best)::int AS certified, count(*) FILTER (WHERE passed)::int AS passed,
        percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (ORDER BY best) AS quartiles
      FROM standings GROUP BY assignment_id
    ), bins AS (
      SELECT assignment_id, least(width_bucket(best, 0, 100, 10), 10) AS bin, count(*)::int AS n
      FROM standings WHERE best IS NOT NULL GROUP BY 1, 2
    )
    SELECT t.id::text, t.slug, t.title, coalesce(s.tried, 0) AS tried, coalesce(s.certified, 0) AS certified,
      coalesce(s.passed, 0) AS passed, s.quartiles,
      ARRAY(SELECT coalesce(b.n, 0) FROM generate_series(1, 10) AS g (bin)
        LEFT JOIN bins b ON b.bin = g.bin AND b.assignment_id = t.id ORDER BY g.bin) AS histogram,
      p.median AS "attemptsToPass", p.most AS "attemptsToPassMost", f.median AS "feedbackSeconds",
      f.slow AS "feedbackSecondsSlow", w.median AS "reviewSeconds"
    FROM tasks t
    LEFT JOIN spread s ON s.assignment_id = t.id
    LEFT JOIN to_pass p ON p.assignment_id = t.id
    LEFT JOIN feedback f ON f.assignment_id = t.id
    LEFT JOIN reviewed w ON w.assignment_id = t.id
    ORDER BY t.place`;
}
