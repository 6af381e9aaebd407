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

/**
 * Skills of each student with any evidence, the weakest student first. They equal the student's own skill map: both
 * use the certifications that count.
 */
export function cohortSkills(tx: Tx, cohortId: string, limit: number): Promise<StudentSkills[]> {
  return tx.$queryRaw<StudentSkills[]>`
    WITH ${cohortScope(cohortId)}, ${counted}, by_skill AS (
      SELECT k.student_id, e.skill, sum(e.points * e.weight) / sum(e.weight) AS points
      FROM counted k
      JOIN scores s ON s.id = k.score_id
      CROSS JOIN LATERAL skill_evidence(s.criteria, s.rubric_version_id) e
      GROUP BY k.student_id, e.skill
    )
    SELECT student_id::text AS "studentId", avg(points)::float8 AS mean, jsonb_object_agg(skill, points) AS points
    FROM by_skill GROUP BY student_id ORDER BY mean, student_id LIMIT ${limit}`;
}
