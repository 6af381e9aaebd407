import type { Tx } from './database.js';
import { settleLateness } from './lateness.store.js';
import { rescoreRun, type Rescoring } from './rescoring.store.js';
import { countedFor, holderOfRun } from './work-holders.js';

interface Subject {
  organizationId: string;
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
  /** Who asked for it and why, recorded with each grade that changes. */
  wish?: Rescoring['wish'];
}

/**
 * After a change of dates, late days or an extension: recomputes the lateness penalty of each counted work of a
 * student and their team, and appends a score where it changed. Returns how many scores were appended.
 */
export async function settleStudent(tx: Tx, { wish, ...subject }: Subject): Promise<number> {
  const { assignment, studentId } = subject;
  const runs = await tx.run.findMany({
    where: {
      ...(await countedFor(tx, studentId)),
      isCounted: true,
      outcome: 'SCORED',
      assignmentVersion: { assignmentId: assignment.id },
    },
    select: { id: true, submission: { select: { createdAt: true } } },
    orderBy: { queuedAt: 'asc' },
  });
  const costs = await settleLateness(tx, {
    ...subject,
    submittedAt: runs.map(({ submission }) => submission.createdAt),
  });
  let changed = 0;
  for (const [index, run] of runs.entries()) {
    const lateness = costs[index] ?? null;
    if (await rescoreRun(tx, { runId: run.id, cause: 'EXTENDED', lateness, wish })) changed += 1;
  }
  return changed;
}

/**
 * Everyone whose counted work of an assignment has a score. Of a team only one member, because settling one settles
 * the whole team.
 */
export async function certifiedStudents(tx: Tx, assignmentId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ studentId: string }[]>`
    SELECT DISTINCT ON (${holderOfRun}) coalesce(m.user_id, r.student_id)::text AS "studentId"
    FROM runs r
    JOIN assignment_versions v ON v.id = r.assignment_version_id
    LEFT JOIN team_members m ON m.team_id = r.team_id
    WHERE v.assignment_id = ${assignmentId}::uuid AND r.is_counted AND r.outcome = 'SCORED'
    ORDER BY ${holderOfRun}, m.user_id`;
  return rows.map(({ studentId }) => studentId);
}
