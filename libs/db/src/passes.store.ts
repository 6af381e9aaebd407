import type { Assurance, Skill } from '@holdout/domain';
import type { Tx } from './database.js';

/**
 * The score that decides about a certified submission: the newest score of the run that counts for it, or otherwise of its
 * newest certification.
 */
export interface Decision {
  scoreId: string;
  runId: string;
  studentId: string;
  teamId: string | null;
  /** How often teachers have changed the team. */
  teamRevision: number | null;
  value: number;
  low: number;
  high: number;
  passMark: number;
  /** Passed for good: no re-run has replaced it, and no required criterion is waiting for a person. */
  isPassed: boolean;
  finishedAt: Date;
  assurance: Assurance;
}

/** Null if the submission was never certified, no such run was scored, or its result is held. */
export async function decisionOn(tx: Tx, submissionId: string): Promise<Decision | null> {
  const rows = await tx.$queryRaw<Decision[]>`
    SELECT s.id::text AS "scoreId", r.id::text AS "runId", r.student_id::text AS "studentId", r.team_id::text AS "teamId",
      (SELECT revision FROM teams t WHERE t.id = r.team_id) AS "teamRevision", s.value, s.low, s.high,
      s.pass_mark AS "passMark", s.is_passed AND NOT s.is_provisional AND r.is_counted AS "isPassed", r.finished_at AS "finishedAt",
      coalesce((SELECT level::text FROM assurances a WHERE a.submission_id = r.submission_id
        ORDER BY a.created_at DESC, a.id DESC LIMIT 1), 'SELF_DECLARED') AS assurance
    FROM runs r
    JOIN LATERAL (SELECT * FROM scores WHERE scores.run_id = r.id ORDER BY created_at DESC, id DESC LIMIT 1) s ON true
    WHERE r.submission_id = ${submissionId}::uuid AND r.outcome = 'SCORED' AND (r.is_counted OR r.kind = 'CERTIFICATION')
      AND r.id NOT IN (SELECT held_runs())
    ORDER BY r.is_counted DESC, r.finished_at DESC, r.id DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** The requirements of a run's assignment, as a credential states them. */
export async function achievementOf(tx: Tx, runId: string) {
  const run = await tx.run.findUniqueOrThrow({
    where: { id: runId },
    include: {
      receipt: true,
      metrics: { where: { isGraded: true }, orderBy: { position: 'asc' } },
      submission: { include: { assignment: { include: { stage: true } } } },
      assignmentVersion: {
        include: {
          rubric: {
            orderBy: { version: 'desc' },
            take: 1,
            include: { criteria: { orderBy: { position: 'asc' } } },
          },
        },
      },
    },
  });
  const criteria = run.assignmentVersion.rubric[0]?.criteria ?? [];
  return {
    assignment: run.submission.assignment,
    stage: run.submission.assignment.stage,
    definition: run.assignmentVersion.definition,
    version: run.assignmentVersion.version,
    receipt: run.receipt,
    metrics: run.metrics.map(({ name, label }) => ({ name, label })),
    criteria: criteria.map(({ title, weight, mode }) => ({ title, weight, mode })),
    skills: [...new Set(criteria.flatMap(({ skills }) => skills))] satisfies Skill[],
  };
}

/** A student's standing in a stage: which of its assignments they passed with a credential in force. */
export async function stageStanding(tx: Tx, stageId: string, studentId: string) {
  const stage = await tx.stage.findUniqueOrThrow({
    where: { id: stageId },
    include: { assignments: { where: { versions: { some: { publishedAt: { not: null } } } } } },
  });
  const credentials = await tx.$queryRaw<
    { assignmentId: string; title: string; basis: string; assurance: Assurance; digest: string | null }[]
  >`
    SELECT DISTINCT ON (a.id) a.id::text AS "assignmentId", a.title, c.basis, c.assurance::text AS assurance,
      receipt.envelope_digest AS digest
    FROM credentials c
    JOIN submissions s ON s.id = c.submission_id
    JOIN assignments a ON a.id = s.assignment_id
    JOIN receipts receipt ON receipt.run_id = c.run_id
    WHERE c.student_id = ${studentId}::uuid AND c.status = 'ISSUED' AND a.stage_id = ${stageId}::uuid
    ORDER BY a.id, c.issued_at, c.id`;
  const needed = stage.passesNeeded ?? stage.assignments.length;
  return { stage, credentials, isPassed: needed > 0 && credentials.length >= needed };
}
