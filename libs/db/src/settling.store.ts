import type { Tx } from './database.js';
import { settleLateness } from './lateness.store.js';
import { rescoreRun } from './rescoring.store.js';

interface Subject {
  organizationId: string;
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
}

/**
 * After dates, late days or an extension changed: what lateness costs each counted work of a student is worked out anew,
 * and a score is appended where it changed. Answers how many scores that were.
 */
export async function settleStudent(tx: Tx, subject: Subject): Promise<number> {
  const { assignment, studentId } = subject;
  const runs = await tx.run.findMany({
    where: {
      studentId,
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
    if (await rescoreRun(tx, { runId: run.id, cause: 'EXTENDED', lateness })) changed += 1;
  }
  return changed;
}

/** Everyone whose counted work of an assignment has a score. */
export async function certifiedStudents(tx: Tx, assignmentId: string): Promise<string[]> {
  const rows = await tx.run.findMany({
    where: { isCounted: true, outcome: 'SCORED', assignmentVersion: { assignmentId } },
    distinct: ['studentId'],
    select: { studentId: true },
  });
  return rows.map(({ studentId }) => studentId);
}
