import { Injectable } from '@nestjs/common';
import { ownStanding } from '../assignments/assignment-loaders.js';
import type { StageProgress } from '../graphql/enums.js';
import type { Operation } from '../operation/operation.js';
import { stageProgress } from './stage-progress.js';
import { stagesByTrack, viewersAssignments, viewersTrack } from './viewers-track.js';

/** Read once per operation, for all stages of the viewer's track. */
const viewersProgress = async (operation: Operation): Promise<Map<string, StageProgress>> => {
  const assignments = await operation.shared(viewersAssignments);
  const loader = operation.shared(ownStanding);
  const standings = await Promise.all(
    assignments
      .filter(({ isPublished }) => isPublished)
      .map(async ({ id, stageId }) => ({ stageId, ...(await loader.load(id)) })),
  );
  const track = await operation.shared(viewersTrack);
  const stages = await operation.shared(stagesByTrack).load(track.id);
  return stageProgress(
    stages.map(({ id: stageId, passesNeeded }) => ({
      stageId,
      passesNeeded,
      assignments: standings.filter((standing) => standing.stageId === stageId),
    })),
  );
};

@Injectable()
export class ProgressService {
  async ofStage(operation: Operation, stageId: string): Promise<StageProgress> {
    const progress = await operation.shared(viewersProgress);
    return progress.get(stageId) ?? 'OPEN';
  }
}
