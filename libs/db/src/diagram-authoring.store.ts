import { ConflictError, NotFoundError, type DiagramText } from '@holdout/domain';
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

/** All concept diagrams of a track in their order, published or not. */
export function authoredDiagrams(tx: Tx, trackId: string) {
  return tx.conceptDiagram.findMany({
    where: { trackId },
    include: draftAndNewest,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}

/** @throws NotFoundError */
export async function authoredDiagram(tx: Tx, trackId: string, named: { id: string } | { slug: string }) {
  const where = 'id' in named ? { id: checkedId(named.id, 'The diagram') } : named;
  const diagram = await tx.conceptDiagram.findFirst({
    where: { ...where, trackId },
    include: draftAndNewest,
  });
  if (!diagram) throw new NotFoundError('The diagram');
  return diagram;
}

export type AuthoredDiagram = Awaited<ReturnType<typeof authoredDiagram>>;

/**
 * Locks the diagrams of the track and their order until the transaction ends.
 * @throws NotFoundError
 */
export async function heldDiagram(tx: Tx, trackId: string, id: string): Promise<AuthoredDiagram> {
  await lockTrack(tx, trackId);
  return authoredDiagram(tx, trackId, { id });
}

/**
 * Adds a diagram at the end, as a draft that no student sees.
 * @throws ConflictError
 */
export async function beginDiagram(
  tx: Tx,
  { trackId, slug }: { trackId: string; slug: string },
  text: DiagramText,
  written: Written & { by: string },
): Promise<void> {
  await lockTrack(tx, trackId);
  const taken = await tx.conceptDiagram.findUnique({ where: { trackId_slug: { trackId, slug } } });
  if (taken)
    throw new ConflictError(`There is a diagram at "${slug}" already. Choose another address.`, {
      field: 'slug',
    });
  const last = await tx.conceptDiagram.aggregate({ where: { trackId }, _max: { position: true } });
  const diagramId = newId();
  await tx.conceptDiagram.create({
    data: {
      id: diagramId,
      organizationId: written.organizationId,
      trackId,
      slug,
      publishedAt: null,
      position: (last._max.position ?? 0) + 1,
      ...columnsOf(text),
      stageId: null,
    },
  });
  await saveRoadmapDraft(tx, { diagramId }, text, written);
}

/**
 * Makes a text the next version, which students see from now on. Returns its number.
 * @throws NotFoundError for its stage
 */
export async function publishDiagram(
  tx: Tx,
  { id: diagramId, trackId }: AuthoredDiagram,
  text: DiagramText,
  written: Written & { note: string },
): Promise<number> {
  const version = await addRoadmapVersion(tx, { diagramId }, text, written);
  const stageId = await stageIdOf(tx, trackId, text.stageSlug);
  await tx.conceptDiagram.update({
    where: { id: diagramId },
    data: { ...columnsOf(text), stageId, publishedAt: written.now },
  });
  await discardRoadmapDraft(tx, { diagramId });
  return version;
}

/** @throws NotFoundError */
export async function stageIdOf(tx: Tx, trackId: string, slug: string | null): Promise<string | null> {
  if (slug === null) return null;
  const stage = await tx.stage.findUnique({ where: { trackId_slug: { trackId, slug } } });
  if (!stage) throw new NotFoundError(`The stage "${slug}"`);
  return stage.id;
}

/** Hides a diagram from students. Its versions stay, and publishing shows it again. */
export async function withdrawDiagram(tx: Tx, { id }: AuthoredDiagram): Promise<void> {
  await tx.conceptDiagram.update({ where: { id }, data: { publishedAt: null } });
}

/** Removes a diagram that was never published. */
export async function removeDiagram(tx: Tx, { id }: AuthoredDiagram): Promise<void> {
  await tx.conceptDiagram.delete({ where: { id } });
}

/** Swaps a diagram with the one before or after it. At either end it stays where it is. The track must be locked. */
export async function moveDiagram(tx: Tx, { id, trackId }: AuthoredDiagram, by: -1 | 1): Promise<void> {
  const ids = (await authoredDiagrams(tx, trackId)).map((diagram) => diagram.id);
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (other === undefined) return;
  ids[from + by] = id;
  ids[from] = other;
  for (const [index, diagramId] of ids.entries())
    await tx.conceptDiagram.update({ where: { id: diagramId }, data: { position: index + 1 } });
}

/**
 * The newest version of the exercise that asks for a diagram, and where its solution came from.
 * @throws ConflictError when the name belongs to another assignment
 */
export async function newestRedraw(
  tx: Tx,
  slug: string,
): Promise<{ version: number; origin: string } | null> {
  const taken = await tx.assignment.findFirst({
    where: { slug },
    include: {
      versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true, definition: true } },
    },
  });
  if (taken && taken.kind !== 'DIAGRAM')
    throw new ConflictError(`There is an assignment "${slug}" already, which asks for no diagram.`);
  const [newest] = taken?.versions ?? [];
  if (!newest) return null;
  const { dataset } = newest.definition as { dataset?: { origin?: string } };
  return { version: newest.version, origin: dataset?.origin ?? '' };
}

const columnsOf = ({ title, summary, nodes, edges, distractors }: DiagramText) => ({
  title,
  summary,
  nodes: toJson(nodes),
  edges: toJson(edges),
  distractors: toJson(distractors),
});
