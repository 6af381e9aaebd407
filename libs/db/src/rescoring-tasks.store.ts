import type { RescoringTask, RescoringTaskKind } from './generated/client.js';
import type { Tx } from './database.js';

export type { RescoringTask };

/** Who changed something that grades depend on, and why. */
export interface Wish {
  requestedById: string;
  reason: string;
}

/** Requests new scores, and returns the task's id. Requesting them again while the task is waiting does not make a second one. */
export async function leaveRescoringTask(
  tx: Tx,
  subject: { organizationId: string; kind: RescoringTaskKind; subjectId: string },
  wish: Wish,
): Promise<string> {
  const { id } = await tx.rescoringTask.upsert({
    where: { organizationId_kind_subjectId: subject },
    create: { ...subject, ...wish },
    update: { requests: { increment: 1 }, requestedAt: new Date(), ...wish },
    select: { id: true },
  });
  return id;
}

/** Null when it is done. */
export function rescoringTask(tx: Tx, id: string): Promise<RescoringTask | null> {
  return tx.rescoringTask.findUnique({ where: { id } });
}

/** Removes a task, unless it was asked for again since it was read. */
export async function completeRescoringTask(tx: Tx, { id, requests }: RescoringTask): Promise<void> {
  await tx.rescoringTask.deleteMany({ where: { id, requests } });
}
