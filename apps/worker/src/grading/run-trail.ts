import type { Outcome, RunKind } from '@holdout/domain';
import type { GradingObserver, PhaseEnd, PhaseStart } from '@holdout/grading';
import { inTraceOf, startSpan } from '@holdout/telemetry';
import type { Interruption, RunMetrics } from './run-metrics.js';

type Span = ReturnType<typeof startSpan>;

interface TrailedRun {
  id: string;
  kind: RunKind;
  queuedAt: Date;
  correlationId: string | null;
  traceParent: string | null;
}

const secondsBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000);

/**
 * What grading a run tells the operators: durations as metrics, and in the trace of the request that caused the run a span
 * for its wait, its grading and each phase.
 */
export class RunTrail implements GradingObserver {
  private readonly claimedAt = new Date();
  private readonly phases = new Map<number, Span>();
  private run: TrailedRun | null = null;
  private span: Span | null = null;

  constructor(
    private readonly metrics: RunMetrics,
    private readonly attempt: number,
  ) {}

  get correlationId(): string | null {
    return this.run?.correlationId ?? null;
  }

  /** From here on it is known which run was claimed. */
  follow(run: TrailedRun): void {
    const { id, kind, queuedAt, correlationId, traceParent } = run;
    this.run = run;
    const attributes = {
      'holdout.run': id,
      'holdout.kind': kind,
      'holdout.attempt': this.attempt,
      ...(correlationId && { 'holdout.correlation_id': correlationId }),
    };
    inTraceOf(traceParent, () => {
      if (this.attempt === 1) {
        startSpan('wait in the queue', attributes, queuedAt).end(this.claimedAt);
        this.metrics.waited(kind, secondsBetween(queuedAt, this.claimedAt));
      }
      this.span = startSpan('grade run', attributes, this.claimedAt);
    });
  }

  phaseStarted({ position, name, label, startedAt }: PhaseStart): void {
    if (!this.span) return;
    const attributes = { 'holdout.phase': name, 'holdout.label': label };
    this.phases.set(position, startSpan(`phase ${name}`, attributes, startedAt, this.span));
  }

  phaseEnded({ position, name, startedAt }: PhaseStart, end: PhaseEnd): void {
    this.metrics.phaseEnded(name, end, secondsBetween(startedAt, end.endedAt));
    const span = this.phases.get(position);
    span?.setAttributes({ 'holdout.status': end.status, 'holdout.warm': end.usage.warm });
    span?.end(end.endedAt);
    this.phases.delete(position);
  }

  ended(outcome: Outcome, reason = ''): void {
    this.span?.setAttributes({ 'holdout.outcome': outcome, ...(reason && { 'holdout.reason': reason }) });
    if (this.run) {
      const seconds = secondsBetween(this.claimedAt, new Date());
      this.metrics.runEnded({ kind: this.run.kind, outcome, reason, seconds });
    }
    this.end();
  }

  interrupted(cause: Interruption): void {
    this.metrics.interrupted(cause);
    this.span?.setAttributes({ 'holdout.interrupted': cause });
    this.end();
  }

  /** Phases that were cut off end together with their run. */
  private end(): void {
    this.phases.forEach((span) => span.end());
    this.phases.clear();
    this.span?.end();
    this.span = null;
  }
}
