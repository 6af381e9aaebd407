import type { StageProgress } from '../graphql/enums.js';

/** A stage's published assignments and how one student stands in them. */
export interface StageStanding {
  stageId: string;
  /** How many assignments must be passed to pass the stage; null means all of them. */
  passesNeeded: number | null;
  assignments: readonly { isPassed: boolean; hasRuns: boolean }[];
}

/**
 * Progress of each stage, in the order of the track. A stage opens when every earlier stage that has assignments is
 * passed; a stage without assignments blocks nobody.
 */
export function stageProgress(stages: readonly StageStanding[]): Map<string, StageProgress> {
  const progress = new Map<string, StageProgress>();
  let isReached = true;
  for (const { stageId, assignments, passesNeeded } of stages) {
    const passes = assignments.filter((assignment) => assignment.isPassed).length;
    // If fewer are published than must be passed, all published ones suffice; otherwise nobody could go on.
    const needed = Math.min(passesNeeded ?? assignments.length, assignments.length);
    const isPassed = assignments.length > 0 && passes >= needed;
    if (isPassed) progress.set(stageId, 'PASSED');
    else if (assignments.some((assignment) => assignment.hasRuns)) progress.set(stageId, 'IN_PROGRESS');
    else progress.set(stageId, isReached ? 'OPEN' : 'LOCKED');
    if (assignments.length > 0 && !isPassed) isReached = false;
  }
  return progress;
}
