import { Injectable } from '@nestjs/common';
import { assignmentsOfTrack, latestVersions, stagesOf, standingsOf, trackFor } from '@holdout/db';
import type { StageProgress } from '../graphql/enums.js';
import type { Operation } from '../operation/operation.js';
import { stageProgress } from './stage-progress.js';

/** Read once an operation, for all stages of the viewer's track. */
const viewersProgress = async (operation: Operation): Promise<Map<string, StageProgress>> => {
  const { userId } = await operation.member();
  const tx = await operation.tx();
  const track = await trackFor(tx, userId);
  const assignments = await assignmentsOfTrack(tx, track.id);
  const ids = assignments.map(({ id }) => id);
  const [versions, standings] = [await latestVersions(tx, ids), await standingsOf(tx, userId, ids)];
  const published = assignments.filter(({ id }) => versions.has(id));
  const stages = await stagesOf(tx, track.id);
  return stageProgress(
    stages.map(({ id: stageId, passesNeeded }) => ({
      stageId,
      passesNeeded,
      assignments: published
        .filter((assignment) => assignment.stageId === stageId)
        .map(({ id }) => standings.get(id) ?? { isPassed: false, hasRuns: false }),
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
