import {
  assignmentsOfTrack,
  diagramsOf,
  stageBySlug,
  stagesOf,
  stageTextsOf,
  trackFor,
  type ListedAssignment,
  type StageRow,
  type StageText,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import DataLoader from 'dataloader';
import { contentOf } from '../content/kept-content.js';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { toDiagram, type DiagramView } from './diagram-view.js';

// Readings that several fields of a page need. Pass them to `operation.shared`, so that each runs once per operation.

/** @throws NotFoundError when the organization has none */
export const viewersTrack = (operation: Operation) =>
  workOf(operation, 'track', async () => {
    const { userId } = await operation.member();
    return trackFor(await operation.tx(), userId);
  });

/**
 * A stage of the viewer's track. Unpublished ones are found only for those who may author.
 * @throws NotFoundError
 */
export const viewersStage = async (operation: Operation, slug: string) => {
  const track = await operation.shared(viewersTrack);
  const stage = await stageBySlug(await operation.tx(), track.id, slug);
  const { roles } = await operation.member();
  if (!stage.publishedAt && !roles.has('INSTRUCTOR')) throw new NotFoundError(`The stage "${slug}"`);
  return stage;
};

/** The published stages of a track, in order. */
export const stagesByTrack = (operation: Operation) =>
  new DataLoader<string, StageRow[]>((trackIds) =>
    listsOf(operation, 'stages', trackIds, async (left) => {
      const tx = await operation.tx();
      return Promise.all(left.map((trackId) => stagesOf(tx, trackId)));
    }),
  );

/** The text of a stage's page. */
export const stageText = (operation: Operation) =>
  new DataLoader<string, StageText>(async (ids) => {
    const found = await contentOf(operation, 'text of stage', ids, async (left) => {
      const texts = await stageTextsOf(await operation.tx(), left);
      return left.map((id) => texts.find((text) => text.id === id) ?? null);
    });
    return found.map((text) => text ?? new NotFoundError('The stage'));
  });

export const diagramsByTrack = (operation: Operation) =>
  new DataLoader<string, DiagramView[]>((trackIds) =>
    listsOf(operation, 'diagrams', trackIds, async (left) => {
      const diagrams = await diagramsOf(await operation.tx(), left);
      return left.map((id) => diagrams.filter(({ trackId }) => trackId === id).map(toDiagram));
    }),
  );

/** The assignments of the viewer's track, published or not. */
export const viewersAssignments = async (operation: Operation): Promise<ListedAssignment[]> => {
  const { id } = await operation.shared(viewersTrack);
  const withHiddenStages = isStaff(await operation.member());
  const kind = withHiddenStages ? 'all assignments' : 'assignments of published stages';
  const [assignments] = await listsOf(operation, kind, [id], async () => [
    await assignmentsOfTrack(await operation.tx(), id, { withHiddenStages }),
  ]);
  return assignments ?? [];
};

/** Lists by key, with an empty list for a key that has none. */
async function listsOf<T>(
  operation: Operation,
  kind: string,
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<T[][]>,
): Promise<T[][]> {
  return (await contentOf(operation, kind, keys, read)).map((list) => list ?? []);
}
