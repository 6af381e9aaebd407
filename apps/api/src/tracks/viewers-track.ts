import {
  assignmentsOfTrack,
  diagramsOf,
  stageBySlug,
  stagesOf,
  stageTextsOf,
  trackFor,
  type StageText,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';

// What several fields of a page ask for. Each is read once an operation: give it to `operation.shared`.

/** @throws NotFoundError when the organization has none */
export const viewersTrack = async (operation: Operation) => {
  const { userId } = await operation.member();
  return trackFor(await operation.tx(), userId);
};

/** A stage of the viewer's track; one that is not published is there for those who write it alone. @throws NotFoundError */
export const viewersStage = async (operation: Operation, slug: string) => {
  const track = await operation.shared(viewersTrack);
  const stage = await stageBySlug(await operation.tx(), track.id, slug);
  const { roles } = await operation.member();
  if (!stage.publishedAt && !roles.has('INSTRUCTOR')) throw new NotFoundError(`The stage "${slug}"`);
  return stage;
};

/** The published stages of a track, in order. */
export const stagesByTrack = (operation: Operation) =>
  new DataLoader(async (trackIds: readonly string[]) => {
    const tx = await operation.tx();
    return Promise.all(trackIds.map((trackId) => stagesOf(tx, trackId)));
  });

/** What the page of a stage says. */
export const stageText = (operation: Operation) =>
  new DataLoader<string, StageText>(async (ids) => {
    const texts = await stageTextsOf(await operation.tx(), ids);
    return ids.map((id) => texts.find((text) => text.id === id) ?? new NotFoundError('The stage'));
  });

export const diagramsByTrack = (operation: Operation) =>
  new DataLoader(async (trackIds: readonly string[]) => {
    const diagrams = await diagramsOf(await operation.tx(), trackIds);
    return trackIds.map((id) => diagrams.filter(({ trackId }) => trackId === id));
  });

/** Of the viewer's track, published or not. */
export const viewersAssignments = async (operation: Operation) => {
  const track = await operation.shared(viewersTrack);
  const withHiddenStages = isStaff(await operation.member());
  return assignmentsOfTrack(await operation.tx(), track.id, { withHiddenStages });
};
