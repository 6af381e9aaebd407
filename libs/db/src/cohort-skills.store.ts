import type { Skill } from '@holdout/domain';
import type { Tx } from './database.js';
import { cohortScope, counted } from './cohort-scope.js';

export interface StudentSkills {
  studentId: string;
  /** Mean of the skills that have evidence. */
  mean: number;
  /** Points 0-100 by skill; skills without evidence are missing. */
  points: Partial<Record<Skill, number>>;
}

/** Skills of each student with any evidence, the weakest first: as on their own map, from the certifications that count. */
export function cohortSkills(tx: Tx, cohortId: string, limit: number): Promise<StudentSkills[]> {
  return tx.$queryRaw<StudentSkills[]>`
    WITH ${cohortScope(cohortId)}, ${counted}, evidence AS (
      SELECT k.student_id, unnest(c.skills)::text AS skill, (item ->> 'points')::float8 AS points, c.weight
      FROM counted k
      JOIN scores s ON s.id = k.score_id
      CROSS JOIN LATERAL jsonb_array_elements(s.criteria) AS item
      JOIN criteria c ON c.rubric_version_id = s.rubric_version_id AND c.key = item ->> 'key'
      WHERE item ->> 'points' IS NOT NULL AND c.weight > 0
    ), by_skill AS (
      SELECT student_id, skill, sum(points * weight) / sum(weight) AS points FROM evidence GROUP BY student_id, skill
    )
    SELECT student_id::text AS "studentId", avg(points)::float8 AS mean, jsonb_object_agg(skill, points) AS points
    FROM by_skill GROUP BY student_id ORDER BY mean, student_id LIMIT ${limit}`;
}
