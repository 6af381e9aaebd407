import {
  ConflictError,
  DRAFT_LIMITS,
  NotFoundError,
  RateLimitedError,
  type AssignmentDraftStatus,
  type DraftProfile,
  type DraftSettings,
  type ImportProblem,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';

export type NewDraft = {
  organizationId: string;
  authorId: string;
  fileName: string;
  settings: DraftSettings;
} & ({ dataDigest: string; dataBytes: number } | { baseVersionId: string });

/** @throws RateLimitedError when the organization has as many as allowed */
export async function createDraft(tx: Tx, { settings, ...input }: NewDraft) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'drafts:' + input.organizationId}, 0))`;
  const kept = await tx.assignmentDraft.count({ where: { status: { not: 'PUBLISHED' } } });
  if (kept >= DRAFT_LIMITS.drafts) {
    throw new RateLimitedError(
      `Your organization has ${kept} drafts of assignments. Publish or discard one first.`,
      { limit: DRAFT_LIMITS.drafts },
    );
  }
  return tx.assignmentDraft.create({ data: { id: newId(), ...input, settings: toJson(settings) } });
}

/** @throws NotFoundError */
export async function draftById(tx: Tx, id: string) {
  const found = await tx.assignmentDraft.findUnique({ where: { id: checkedId(id, 'The draft') } });
  if (!found) throw new NotFoundError('The draft');
  return found;
}

/**
 * The organization's drafts, last changed first. The limit leaves room for some published ones besides all that can
 * be open.
 */
export function newestDrafts(tx: Tx) {
  return tx.assignmentDraft.findMany({
    omit: { profile: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 2 * DRAFT_LIMITS.drafts,
  });
}

/** Stores the author's current settings. */
export function saveDraft(tx: Tx, { id }: { id: string }, settings: DraftSettings, now: Date) {
  const data = { settings: toJson(settings), updatedAt: now };
  return tx.assignmentDraft.update({ where: { id }, data });
}

/**
 * Returns the draft if it can still be changed.
 * @throws ConflictError saying why it cannot
 */
export function requireEdited<T extends { status: AssignmentDraftStatus }>(draft: T): T {
  if (draft.status !== 'EDITED') throw new ConflictError(WHY_NOT[draft.status]);
  return draft;
}

const WHY_NOT = {
  PROFILING: 'The data is still being looked at. Wait until that is done.',
  UNREADABLE: 'The data cannot be read. Mend the file and upload it again.',
  FAILED: 'The data could not be looked at. Upload it again.',
  PUBLISHED: 'This draft was published. Begin the next version on the page of its assignment.',
} as const;

/** @throws NotFoundError */
export async function discardDraft(tx: Tx, id: string): Promise<void> {
  const found = await draftById(tx, id);
  await tx.assignmentDraft.delete({ where: { id: found.id } });
}

/** The newest import made from a draft: its last check, or its publication. */
export function newestImportOf(tx: Tx, draftId: string) {
  return tx.assignmentImport.findFirst({
    where: { draftId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

/** Null when the draft no longer exists, or its data has already been profiled. */
export function draftToProfile(tx: Tx, id: string) {
  return tx.assignmentDraft.findFirst({ where: { id, status: 'PROFILING' } });
}

export type ProfileEnd =
  | { status: 'EDITED'; profile: DraftProfile; settings: DraftSettings }
  | { status: 'UNREADABLE'; problems: readonly ImportProblem[] }
  | { status: 'FAILED'; error: string };

/** Records what was found in the data, once. */
export async function finishProfile(tx: Tx, id: string, end: ProfileEnd, now: Date): Promise<void> {
  await tx.assignmentDraft.updateMany({
    where: { id, status: 'PROFILING' },
    data: {
      status: end.status,
      updatedAt: now,
      ...(end.status === 'EDITED' ? { profile: toJson(end.profile), settings: toJson(end.settings) } : {}),
      ...(end.status === 'UNREADABLE' ? { problems: toJson(end.problems) } : {}),
      ...(end.status === 'FAILED' ? { error: end.error } : {}),
    },
  });
}

export async function markDraftPublished(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.assignmentDraft.updateMany({ where: { id }, data: { status: 'PUBLISHED', updatedAt: now } });
}
