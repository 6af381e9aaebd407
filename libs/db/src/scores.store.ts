import type { Skill } from '@holdout/domain';
import type { Tx } from './database.js';

/** How a student stands on an assignment. */
export interface Standing {
  /** Points of the best certification, else of the shown practice score; null without either. */
  bestPoints: number | null;
  isPassed: boolean;
  hasRuns: boolean;
}

/** Standings by assignment id. Practice scores count only as far as the Ladder shows them. */
export async function standingsOf(
  tx: Tx,
  studentId: string,
  assignmentIds: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await tx.$queryRaw<
    {
      assignmentId: string;
      certified: number | null;
      shown: number | null;
      isPassed: boolean;
      hasRuns: boolean;
    }[]
  >`
    SELECT v.assignment_id::text AS "assignmentId",
      max(s.value) FILTER (WHERE r.kind = 'CERTIFICATION') AS certified,
      max(s.value) FILTER (WHERE r.kind = 'PRACTICE' AND (s.ladder ->> 'isReleased')::boolean) AS shown,
      coalesce(bool_or(s.is_passed AND NOT s.is_provisional) FILTER (WHERE r.kind = 'CERTIFICATION'), false) AS "isPassed",
      count(*) > 0 AS "hasRuns"
    FROM runs r
    JOIN assignment_versions v ON v.id = r.assignment_version_id
    LEFT JOIN LATERAL (
      SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1
    ) s ON true
    WHERE r.student_id = ${studentId}::uuid AND v.assignment_id = ANY(${[...assignmentIds]}::uuid[])
    GROUP BY v.assignment_id`;
  return new Map(
    rows.map(({ assignmentId, certified, shown, isPassed, hasRuns }) => [
      assignmentId,
      { bestPoints: certified ?? shown, isPassed, hasRuns },
    ]),
  );
}

export interface SkillEvidence {
  skill: Skill;
  /** 0-100, weighted by the criteria's weights. */
  points: number;
  /** How many criteria speak for it. */
  count: number;
}

/** Evidence per skill from each assignment's best certification. Skills without evidence are missing. */
export function skillEvidenceOf(tx: Tx, studentId: string): Promise<SkillEvidence[]> {
  return tx.$queryRaw<SkillEvidence[]>`
    WITH best AS (
      SELECT DISTINCT ON (v.assignment_id) s.criteria, s.rubric_version_id
      FROM runs r
      JOIN assignment_versions v ON v.id = r.assignment_version_id
      CROSS JOIN LATERAL (
        SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1
      ) s
      WHERE r.student_id = ${studentId}::uuid AND r.kind = 'CERTIFICATION'
      ORDER BY v.assignment_id, s.value DESC
    ), graded AS (
      SELECT unnest(c.skills)::text AS skill, (item ->> 'points')::float8 AS points, c.weight
      FROM best
      CROSS JOIN LATERAL jsonb_array_elements(best.criteria) AS item
      JOIN criteria c ON c.rubric_version_id = best.rubric_version_id AND c.key = item ->> 'key'
      WHERE item ->> 'points' IS NOT NULL AND c.weight > 0
    )
    SELECT skill, sum(points * weight) / sum(weight) AS points, count(*)::int AS count FROM graded GROUP BY skill`;
}
