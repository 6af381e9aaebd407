import type { Database } from '@holdout/db';
import { Stop } from './stop.js';

const MIN_LOOK_MS = 200;

export interface Held {
  runId: string;
  claimToken: string;
}

/**
 * Renews a run's lease while it is graded, and aborts the grading if the lease is lost or the student cancels. Call `look`
 * when the database reports a change of the run, to renew at once.
 */
export class LeaseKeeper {
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> | null = null;
  private lookedAt = -MIN_LOOK_MS;
  private delayed: NodeJS.Timeout | null = null;
  // A monotonic clock, because the time of day may jump.
  private renewedAt = performance.now();

  constructor(
    private readonly system: Pick<Database['system'], 'renewLease'>,
    private readonly held: Held,
    private readonly leaseSeconds: number,
    private readonly abort: AbortController,
    private readonly warn: (error: unknown) => void,
  ) {
    this.timer = setInterval(
      () => {
        if (this.looking) this.loseWhenLate(); // the database is silent
        void this.renew();
      },
      (leaseSeconds * 1000) / 4,
    );
  }

  /** Many changes in quick succession lead to few renewals. */
  look(): void {
    const wait = this.lookedAt + MIN_LOOK_MS - performance.now();
    if (wait <= 0) void this.renew();
    else this.delayed ??= setTimeout(() => void this.renew(), wait);
  }

  /** Waits for a renewal in progress, unless the run is lost anyway. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    if (this.delayed) clearTimeout(this.delayed);
    if (!this.abort.signal.aborted) await this.looking;
  }

  private renew(): Promise<void> {
    if (this.delayed) clearTimeout(this.delayed);
    this.delayed = null;
    this.lookedAt = performance.now();
    this.looking ??= this.renewOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  private async renewOnce(): Promise<void> {
    try {
      const lease = await this.system.renewLease(this.held.runId, this.held.claimToken, this.leaseSeconds);
      if (lease === 'LOST') this.abort.abort(new Stop('CLAIM_LOST'));
      else this.renewedAt = performance.now();
      if (lease === 'CANCEL_REQUESTED') this.abort.abort(new Stop('CANCELLED'));
    } catch (error) {
      this.warn(error);
      this.loseWhenLate(error);
    }
  }

  /** The database could not be told that the run is still held, so another worker may have it by now. */
  private loseWhenLate(cause?: unknown): void {
    if (performance.now() - this.renewedAt > this.leaseSeconds * 1000)
      this.abort.abort(new Stop('CLAIM_LOST', { cause }));
  }
}
