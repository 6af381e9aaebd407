import { NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface NewReviewComment {
  organizationId: string;
  runId: string;
  authorId: string;
  /** A file of the submission; null for the run as a whole. */
  file: string | null;
  line: number | null;
  text: string;
}

export function addReviewComment(tx: Tx, comment: NewReviewComment) {
  return tx.reviewComment.create({ data: { id: newId(), ...comment } });
}

export function countReviewComments(tx: Tx, runId: string): Promise<number> {
  return tx.reviewComment.count({ where: { runId } });
}

/** Comments that a run may have. The limit is checked when one is added. */
const MOST_OF_A_RUN = 500;

export function reviewCommentsOf(tx: Tx, runIds: readonly string[]) {
  return tx.reviewComment.findMany({
    where: { runId: { in: [...runIds] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_OF_A_RUN * runIds.length,
  });
}

/**
 * Only its author can delete a comment.
 * @throws NotFoundError
 */
export async function deleteReviewComment(tx: Tx, id: string, authorId: string): Promise<{ runId: string }> {
  const comment = await tx.reviewComment.findFirst({ where: { id: checkedId(id, 'The comment'), authorId } });
  if (!comment) throw new NotFoundError('The comment');
  await tx.reviewComment.delete({ where: { id: comment.id } });
  return comment;
}

/** Comments saved for reuse, newest first. */
export function savedCommentsOf(tx: Tx, assignmentId: string) {
  return tx.savedComment.findMany({ where: { assignmentId }, orderBy: { createdAt: 'desc' }, take: 100 });
}

/** Saving the same text again is no error. */
export function saveComment(
  tx: Tx,
  comment: { organizationId: string; assignmentId: string; authorId: string; text: string },
) {
  const { assignmentId, text } = comment;
  return tx.savedComment.upsert({
    where: { assignmentId_text: { assignmentId, text } },
    create: { id: newId(), ...comment },
    update: {},
  });
}

/** @throws NotFoundError */
export async function deleteSavedComment(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.savedComment.deleteMany({ where: { id: checkedId(id, 'The saved comment') } });
  if (count === 0) throw new NotFoundError('The saved comment');
}
