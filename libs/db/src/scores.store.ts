import type { Skill } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';
import { countingFor } from './work-holders.js';

/** How a student stands on an assignment. */
export interface Standing {
  /** Points of the best run that counts, or else of the shown practice score; null without either. */
  bestPoints: number | null;
  isPassed: boolean;
  hasRuns: boolean;
}

/**
 * Standings by assignment id; null asks for all assignments that the student has submitted to. Practice scores count
 * only as far as the Ladder shows them.
 */
export async function standingsOf(
  tx: Tx,
  studentId: string,
  assignmentIds: readonly string[] | null,
): Promise<Map<string, Standing>> {
  const among = assignmentIds
    ? Prisma.sql`AND v.assignment_id = ANY(${[...assignmentIds]}::uuid[])`
    : Prisma.empty;
  const rows = await rowsOf<{
    assignmentId: string;
    certified: number | null;
    shown: number | null;
    isPassed: boolean;
    hasRuns: boolean;
  }>(tx)`
    SELECT v.assignment_id::text AS "assignmentId",
      max(s.value) FILTER (WHERE r.is_counted) AS certified,
      max(s.value) FILTER (WHERE r.kind = 'PRACTICE' AND (s.ladder ->> 'isReleased')::boolean) AS shown,
      coalesce(bool_or(s.is_passed AND NOT s.is_provisional) FILTER (WHERE r.is_counted), false) AS "isPassed",
      count(*) > 0 AS "hasRuns"
    FROM runs r
    JOIN assignment_versions v ON v.id = r.assignment_version_id
    LEFT JOIN LATERAL (
      SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1
    ) s ON true
    WHERE ${countingFor(studentId)} ${among}
    GROUP BY v.assignment_id`;
  return new Map(
    rows.map(({ assignmentId, certified, shown, isPassed, hasRuns }) => [
      assignmentId,
      { bestPoints: certified ?? shown, isPassed, hasRuns },
    ]),
  );
}

/** A criterion that is evidence for a skill, and the run that its points come from. */
export interface SkillEvidence {
  skill: Skill;
  criterion: string;
  points: number;
  /** Its weight in the score. */
  weight: number;
  assignmentSlug: string;
  assignmentTitle: string;
  runId: string;
}

/**
 * Evidence for skills from the best counted run of each assignment, highest weights first. Skills without evidence
 * are missing.
 */
export function skillEvidenceOf(tx: Tx, studentId: string): Promise<SkillEvidence[]> {
  return rowsOf<SkillEvidence>(tx)`
    WITH best AS (
      SELECT DISTINCT ON (v.assignment_id) v.assignment_id, r.id AS run_id, s.criteria, s.rubric_version_id
      FROM runs r
      JOIN assignment_versions v ON v.id = r.assignment_version_id
      CROSS JOIN LATERAL (
        SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC LIMIT 1
      ) s
      WHERE ${countingFor(studentId)} AND r.is_counted
      ORDER BY v.assignment_id, s.value DESC, r.queued_at DESC
    )
    SELECT e.skill, e.criterion, e.points, e.weight, a.slug AS "assignmentSlug", a.title AS "assignmentTitle",
      best.run_id::text AS "runId"
    FROM best
    JOIN assignments a ON a.id = best.assignment_id
    CROSS JOIN LATERAL skill_evidence(best.criteria, best.rubric_version_id) e
    ORDER BY e.weight DESC, a.title, e.position`;
}
