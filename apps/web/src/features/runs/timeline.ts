import type { PhaseName, PhaseStatus, RunStateFragment } from '@/generated/graphql';

type Phase = RunStateFragment['phases'][number];

export interface TimelinePhase {
  key: string;
  name: PhaseName;
  label: string | null;
  status: PhaseStatus | 'WAITING';
  limitSeconds: number | null;
  startedAt: string | null;
  wallMs: number | null;
}

const ORDER: readonly PhaseName[] = ['PREPARE', 'TRAIN', 'PREDICT', 'SCORE'];

/** Phases of the newest attempt in order, and, while the run is not finished, those still to come. */
export function plannedPhases(run: Pick<RunStateFragment, 'phases' | 'status'>): TimelinePhase[] {
  const newest = Math.max(0, ...run.phases.map(({ attempt }) => attempt));
  const known = run.phases
    .filter(({ attempt }) => attempt === newest)
    .toSorted((a, b) => a.position - b.position);
  const begun = known.map(fromPhase);
  if (run.status === 'FINISHED') return begun;
  const reached = Math.max(-1, ...known.map(({ name }) => ORDER.indexOf(name)));
  return [...begun, ...ORDER.slice(reached + 1).map(waiting)];
}

/** Time used so far in milliseconds; null before it began. */
export function elapsedMs(phase: TimelinePhase, now: number): number | null {
  if (phase.wallMs !== null) return phase.wallMs;
  return phase.startedAt === null ? null : Math.max(0, now - Date.parse(phase.startedAt));
}

/** From the first one's beginning to the last one's end: some ran side by side. */
export function spentMs(done: readonly TimelinePhase[]): number {
  const begun = done.flatMap(({ startedAt, wallMs }) =>
    startedAt === null ? [] : [{ from: Date.parse(startedAt), to: Date.parse(startedAt) + (wallMs ?? 0) }],
  );
  if (begun.length === 0) return 0;
  return Math.max(...begun.map(({ to }) => to)) - Math.min(...begun.map(({ from }) => from));
}

/** Time used as a share of the limit, 0 to 1; a phase that began shows at least a sliver. */
export function limitShare(phase: TimelinePhase, now: number): number {
  const elapsed = elapsedMs(phase, now);
  if (elapsed === null || !phase.limitSeconds) return 0;
  return Math.min(1, Math.max(0.02, elapsed / (phase.limitSeconds * 1000)));
}

const fromPhase = (phase: Phase): TimelinePhase => ({
  key: phase.id,
  name: phase.name,
  label: phase.label,
  status: phase.status,
  limitSeconds: phase.limitSeconds,
  startedAt: phase.startedAt,
  wallMs: phase.wallMs,
});

const waiting = (name: PhaseName): TimelinePhase => ({
  key: name,
  name,
  label: null,
  status: 'WAITING',
  limitSeconds: null,
  startedAt: null,
  wallMs: null,
});
