import type { StageProgress } from '../graphql/enums.js';

/** A stage's published assignments, as one student stands on them. */
export interface StageStanding {
  stageId: string;
  assignments: readonly { isPassed: boolean; hasRuns: boolean }[];
}

/**
 * Progress of each stage, in the order of the track. A stage opens when every earlier stage that has assignments is
 * passed; one without assignments holds nobody back.
 */
export function stageProgress(stages: readonly StageStanding[]): Map<string, StageProgress> {
  const progress = new Map<string, StageProgress>();
  let isReached = true;
  for (const { stageId, assignments } of stages) {
    const isPassed = assignments.length > 0 && assignments.every((assignment) => assignment.isPassed);
    if (isPassed) progress.set(stageId, 'PASSED');
    else if (assignments.some((assignment) => assignment.hasRuns)) progress.set(stageId, 'IN_PROGRESS');
    else progress.set(stageId, isReached ? 'OPEN' : 'LOCKED');
    if (assignments.length > 0 && !isPassed) isReached = false;
  }
  return progress;
}
