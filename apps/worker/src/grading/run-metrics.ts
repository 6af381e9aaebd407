import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import {
  INTERRUPTION_CAUSES,
  type InterruptionCause,
  type Outcome,
  type PhaseName,
  type RunKind,
} from '@holdout/domain';
import type { PhaseEnd } from '@holdout/grading';
import { RunsInHand } from './runs-in-hand.js';

const WAIT_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400];
const RUN_SECONDS = [1, 2, 5, 10, 20, 60, 120, 300, 900, 3600];
const PHASE_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900];

export interface EndedRun {
  kind: RunKind;
  outcome: Outcome;
  /** Why it is a student error; empty for other outcomes. */
  reason: string;
  seconds: number;
}

/** Why a run was not graded: what interrupted it, or what is wrong with it. */
export type Interruption = InterruptionCause | 'CLAIM_LOST' | 'GRADER_FAULT' | 'IMAGE_GONE';
const INTERRUPTIONS: readonly Interruption[] = [
  ...INTERRUPTION_CAUSES,
  'CLAIM_LOST',
  'GRADER_FAULT',
  'IMAGE_GONE',
];

/** What this worker has done, for Prometheus. Metrics never say whose runs they were. */
@Injectable()
export class RunMetrics {
  private readonly waits: Histogram<'kind'>;
  private readonly runs: Histogram<'kind' | 'outcome'>;
  private readonly ended: Counter<'kind' | 'outcome' | 'reason'>;
  private readonly phases: Histogram<'phase' | 'status'>;
  private readonly interruptions: Counter<'cause'>;

  constructor(registry: Registry, inHand: RunsInHand) {
    const registers = [registry];
    this.waits = new Histogram({
      name: 'holdout_run_wait_seconds',
      help: 'From queueing a run to its first start.',
      labelNames: ['kind'],
      buckets: WAIT_SECONDS,
      registers,
    });
    this.runs = new Histogram({
      name: 'holdout_run_seconds',
      help: 'From starting a run to storing its end.',
      labelNames: ['kind', 'outcome'],
      buckets: RUN_SECONDS,
      registers,
    });
    this.ended = new Counter({
      name: 'holdout_runs_finished_total',
      help: 'Runs that ended here.',
      labelNames: ['kind', 'outcome', 'reason'],
      registers,
    });
    this.phases = new Histogram({
      name: 'holdout_run_phase_seconds',
      help: 'Phases of runs.',
      labelNames: ['phase', 'status'],
      buckets: PHASE_SECONDS,
      registers,
    });
    this.interruptions = new Counter({
      name: 'holdout_run_interruptions_total',
      help: 'Runs that could not be graded here, by what failed. CLAIM_LOST: another worker holds them.',
      labelNames: ['cause'],
      registers,
    });
    // Counters start at 0, because an alert only notices the first interruption as a change.
    for (const cause of INTERRUPTIONS) this.interruptions.inc({ cause }, 0);
    new Gauge({
      name: 'holdout_worker_runs_in_hand',
      help: 'Runs that this worker grades now.',
      registers,
      collect() {
        this.set(inHand.count);
      },
    });
  }

  waited(kind: RunKind, seconds: number): void {
    this.waits.observe({ kind }, seconds);
  }

  phaseEnded(phase: PhaseName, { status }: Pick<PhaseEnd, 'status'>, seconds: number): void {
    this.phases.observe({ phase, status }, seconds);
  }

  runEnded({ kind, outcome, reason, seconds }: EndedRun): void {
    this.runs.observe({ kind, outcome }, seconds);
    this.ended.inc({ kind, outcome, reason });
  }

  interrupted(cause: Interruption): void {
    this.interruptions.inc({ cause });
  }
}
