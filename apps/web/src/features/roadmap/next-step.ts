import type { RoadmapQuery } from '@/generated/graphql';

export type RoadmapTrack = RoadmapQuery['track'];
export type RoadmapStage = RoadmapTrack['stages'][number];

export type NextStep =
  | {
      kind: 'assignment';
      stage: RoadmapStage;
      slug: string;
      title: string;
      summary: string;
      bestPoints: number | null;
    }
  | { kind: 'stage'; stage: RoadmapStage }
  | { kind: 'done' };

/** A student's current stage: the first begun one, otherwise the first open one, otherwise the first not passed. */
export function currentStage(stages: RoadmapStage[]): RoadmapStage | undefined {
  return (
    stages.find(({ progress }) => progress === 'IN_PROGRESS') ??
    stages.find(({ progress }) => progress === 'OPEN') ??
    stages.find(({ progress }) => progress !== 'PASSED') ??
    stages.at(-1)
  );
}

/** The one thing to do next: the first unpassed assignment of a stage that is open, from the current one on. */
export function nextStep(stages: RoadmapStage[]): NextStep {
  const current = currentStage(stages);
  const reachable = stages.filter(({ progress }) => progress === 'IN_PROGRESS' || progress === 'OPEN');
  const ordered = current ? [current, ...reachable.filter((stage) => stage !== current)] : reachable;
  for (const stage of ordered) {
    const open = stage.assignments.find(({ isPassed }) => !isPassed);
    if (open)
      return {
        kind: 'assignment',
        stage,
        slug: open.slug,
        title: open.title,
        summary: open.summary,
        bestPoints: open.bestPoints,
      };
  }
  return current && current.progress !== 'PASSED' ? { kind: 'stage', stage: current } : { kind: 'done' };
}
