import {
  MAX_OPEN_IMPORTS,
  NotFoundError,
  RateLimitedError,
  type AssignmentImportStep,
  type ImportProblem,
  type ImportReport,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';

export interface NewImport {
  organizationId: string;
  requestedBy: string;
  folderName: string;
  archiveDigest: string;
  archiveBytes: number;
  publish: boolean;
  /** If set, the import ends once the folder is checked and split. */
  checksOnly?: boolean;
  /** The draft that the folder was made from, if it was written in the browser. */
  draftId?: string;
}

/** @throws RateLimitedError when as many imports as allowed are waiting or running */
export async function createImport(tx: Tx, input: NewImport) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'imports:' + input.organizationId}, 0))`;
  const open = await tx.assignmentImport.count({ where: { finishedAt: null } });
  if (open >= MAX_OPEN_IMPORTS) {
    throw new RateLimitedError(
      `${open} imports of your organization wait or run already. Wait until one has finished.`,
      { limit: MAX_OPEN_IMPORTS },
    );
  }
  return tx.assignmentImport.create({ data: { id: newId(), ...input } });
}

/** @throws NotFoundError */
export async function importById(tx: Tx, id: string) {
  const found = await tx.assignmentImport.findUnique({ where: { id: checkedId(id, 'The import') } });
  if (!found) throw new NotFoundError('The import');
  return found;
}

/** A page of imports, newest first. */
export async function importPage(tx: Tx, { first, after }: { first: number; after?: string | null }) {
  const rows = await tx.assignmentImport.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** Records the progress of an unfinished import. */
export async function recordImportStep(
  tx: Tx,
  id: string,
  step: AssignmentImportStep,
  progress: { done: number; planned: number },
): Promise<void> {
  await tx.assignmentImport.updateMany({
    where: { id, finishedAt: null },
    data: { status: 'RUNNING', step, stepsDone: progress.done, stepsPlanned: progress.planned },
  });
}

export type ImportEnd =
  | { status: 'SUCCEEDED'; report: ImportReport; assignmentVersionId: string | null }
  | { status: 'REJECTED'; problems: readonly ImportProblem[] }
  | { status: 'FAILED'; error: string };

/** Ends an import. Only the first call has an effect. Returns whether this one did. */
export async function finishImport(tx: Tx, id: string, end: ImportEnd, now: Date): Promise<boolean> {
  const { count } = await tx.assignmentImport.updateMany({
    where: { id, finishedAt: null },
    data: {
      status: end.status,
      finishedAt: now,
      ...(end.status === 'SUCCEEDED'
        ? { report: toJson(end.report), assignmentVersionId: end.assignmentVersionId }
        : {}),
      ...(end.status === 'REJECTED' ? { problems: toJson(end.problems) } : {}),
      ...(end.status === 'FAILED' ? { error: end.error } : {}),
    },
  });
  return count > 0;
}
