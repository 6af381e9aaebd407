import { ConflictError, NotFoundError, type StageText } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';
import {
  addRoadmapVersion,
  discardRoadmapDraft,
  draftAndNewest,
  lockTrack,
  saveRoadmapDraft,
  type Written,
} from './roadmap-history.store.js';

/** All stages of a track in their order, published or not. */
export function authoredStages(tx: Tx, trackId: string) {
  return tx.stage.findMany({ where: { trackId }, include: draftAndNewest, orderBy: { position: 'asc' } });
}

/** @throws NotFoundError */
export async function authoredStage(tx: Tx, trackId: string, id: string) {
  const stageId = checkedId(id, 'The stage');
  const stage = await tx.stage.findFirst({ where: { id: stageId, trackId }, include: draftAndNewest });
  if (!stage) throw new NotFoundError('The stage');
  return stage;
}

export type AuthoredStage = Awaited<ReturnType<typeof authoredStage>>;

/**
 * Locks the stages of the track and their order until the transaction ends.
 * @throws NotFoundError
 */
export async function heldStage(tx: Tx, trackId: string, id: string): Promise<AuthoredStage> {
  await lockTrack(tx, trackId);
  return authoredStage(tx, trackId, id);
}

/**
 * Adds a stage at the end, as a draft that no student sees.
 * @throws ConflictError
 */
export async function beginStage(
  tx: Tx,
  { trackId, slug }: { trackId: string; slug: string },
  text: StageText,
  written: Written & { by: string },
): Promise<void> {
  await lockTrack(tx, trackId);
  // Credentials identify stages by slug alone, so it must be unique across tracks.
  if (await tx.stage.findFirst({ where: { slug }, select: { id: true } }))
    throw new ConflictError(`There is a stage at "${slug}" already. Choose another address.`, {
      field: 'slug',
    });
  const last = await tx.stage.aggregate({ where: { trackId }, _max: { position: true } });
  const stageId = newId();
  await tx.stage.create({
    data: {
      id: stageId,
      organizationId: written.organizationId,
      trackId,
      slug,
      publishedAt: null,
      position: (last._max.position ?? 0) + 1,
      ...columnsOf(text),
    },
  });
  await saveRoadmapDraft(tx, { stageId }, text, written);
}

/** Makes a text the next version, which students see from now on. Returns its number. */
export async function publishStage(
  tx: Tx,
  { id: stageId }: { id: string },
  text: StageText,
  written: Written & { note?: string },
): Promise<number> {
  const version = await addRoadmapVersion(tx, { stageId }, text, written);
  await tx.stage.update({ where: { id: stageId }, data: { ...columnsOf(text), publishedAt: written.now } });
  await discardRoadmapDraft(tx, { stageId });
  return version;
}

/** Hides a stage from students. Its versions stay, and publishing shows it again. */
export async function withdrawStage(tx: Tx, { id }: AuthoredStage): Promise<void> {
  await tx.stage.update({ where: { id }, data: { publishedAt: null } });
}

/**
 * Removes a stage that was never published.
 * @throws ConflictError when the stage is not empty
 */
export async function removeStage(tx: Tx, { id, title }: AuthoredStage): Promise<void> {
  const [lessons, assignments] = await Promise.all([
    tx.lesson.count({ where: { stageId: id } }),
    tx.assignment.count({ where: { stageId: id } }),
  ]);
  if (lessons + assignments > 0)
    throw new ConflictError(
      `"${title}" has ${lessons} lessons and ${assignments} assignments. Publish it instead, and withdraw it.`,
    );
  await tx.stage.delete({ where: { id } });
}

/** Swaps a stage with the one before or after it. At either end it stays where it is. The track must be locked. */
export async function moveStage(tx: Tx, { id, trackId, position }: AuthoredStage, by: -1 | 1): Promise<void> {
  const other = await tx.stage.findFirst({
    where: { trackId, position: by < 0 ? { lt: position } : { gt: position } },
    orderBy: { position: by < 0 ? 'desc' : 'asc' },
  });
  if (!other) return;
  // Positions are unique at every moment, so one stage is first moved out of the way.
  await tx.stage.update({ where: { id }, data: { position: -1 } });
  await tx.stage.update({ where: { id: other.id }, data: { position } });
  await tx.stage.update({ where: { id }, data: { position: other.position } });
}

/** Converts a text to the columns of a stage's row. */
export const columnsOf = ({ skills, studyAnchors, ...text }: StageText) => ({
  ...text,
  skills: [...skills],
  studyAnchors: toJson(studyAnchors),
});
