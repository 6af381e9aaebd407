import { median, quartile, type Figures } from '../report.js';
import { overheadOf, type Timing } from './paths.js';

export interface Measured {
  single: Record<'ours' | 'peer' | 'bare', Timing[]>;
  burst: Record<'ours' | 'peer', Timing[]>;
  /** Grades a minute with more waiting than can be graded at once. */
  saturated: Record<'ours' | 'peer', number>;
}

export function figuresOf({ single, burst, saturated }: Measured): Figures {
  return {
    submit_to_score_ms_p50: median(single.ours.map(({ totalMs }) => totalMs)),
    bare_docker_run_ms_p50: median(single.bare.map(({ totalMs }) => totalMs)),
    student_commands_ms_p50: median(single.ours.map(({ studentMs }) => studentMs)),
    peer_student_commands_ms_p50: median(single.peer.map(({ studentMs }) => studentMs)),
    ...overheads(single.ours, single.peer, ''),
    ...overheads(burst.ours, burst.peer, '_at8'),
    grades_per_minute: saturated.ours,
    peer_grades_per_minute: saturated.peer,
    queue_pick_up_ms_p50: median(single.ours.map(({ parts }) => parts?.['wait_for_worker'] ?? Number.NaN)),
    ...partsOf(single.ours, ''),
    ...partsOf(burst.ours, '_at8'),
  };
}

function overheads(ours: readonly Timing[], peer: readonly Timing[], suffix: string): Figures {
  const [mine, theirs] = [ours.map(overheadOf), peer.map(overheadOf)];
  return {
    [`overhead_ms_p50${suffix}`]: median(mine),
    [`overhead_ms_p25${suffix}`]: quartile(mine, 1),
    [`overhead_ms_p75${suffix}`]: quartile(mine, 3),
    [`peer_overhead_ms_p50${suffix}`]: median(theirs),
    [`peer_overhead_ms_p25${suffix}`]: quartile(theirs, 1),
    [`peer_overhead_ms_p75${suffix}`]: quartile(theirs, 3),
    [`overhead_ratio${suffix}`]: median(mine) / median(theirs),
  };
}

function partsOf(timings: readonly Timing[], suffix: string): Figures {
  const keys = Object.keys(timings[0]?.parts ?? {}).filter((key) => !key.endsWith('_warm'));
  const values = (key: string): number[] => timings.map(({ parts }) => parts?.[key] ?? 0);
  const warm = timings.flatMap(({ parts }) =>
    Object.entries(parts ?? {}).flatMap(([key, value]) => (key.endsWith('_warm') ? [value] : [])),
  );
  return {
    ...Object.fromEntries(keys.map((key) => [`${key}_ms_p50${suffix}`, median(values(key))])),
    [`warm_phases${suffix}_share`]: warm.reduce((sum, value) => sum + value, 0) / warm.length,
  };
}
