import { assignmentsOfTrack, diagramsOf, publishedAmong, stagesOf, trackFor } from '@holdout/db';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';

// What several fields of a page ask for. Each is read once an operation: give it to `operation.shared`.

/** @throws NotFoundError when the organization has none */
export const viewersTrack = async (operation: Operation) => {
  const { userId } = await operation.member();
  return trackFor(await operation.tx(), userId);
};

/** The stages of a track, in order. */
export const stagesByTrack = (operation: Operation) =>
  new DataLoader(async (trackIds: readonly string[]) => {
    const tx = await operation.tx();
    return Promise.all(trackIds.map((trackId) => stagesOf(tx, trackId)));
  });

export const diagramsByTrack = (operation: Operation) =>
  new DataLoader(async (trackIds: readonly string[]) => {
    const diagrams = await diagramsOf(await operation.tx(), trackIds);
    return trackIds.map((id) => diagrams.filter(({ trackId }) => trackId === id));
  });

/** Of the viewer's track, published or not. */
export const viewersAssignments = async (operation: Operation) => {
  const track = await operation.shared(viewersTrack);
  return assignmentsOfTrack(await operation.tx(), track.id);
};

/** Ids of those that were published. */
export const viewersPublished = async (operation: Operation): Promise<ReadonlySet<string>> => {
  const assignments = await operation.shared(viewersAssignments);
  return publishedAmong(
    await operation.tx(),
    assignments.map(({ id }) => id),
  );
};
