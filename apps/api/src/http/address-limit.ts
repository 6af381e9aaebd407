import { RateLimitedError } from '@holdout/domain';

const WINDOW_MS = 60_000;

/** Requests from each address within a minute, counted by this process. */
export class AddressLimit {
  private readonly counts = new Map<string, number>();
  private began = 0;

  constructor(private readonly most: number) {}

  /** @throws RateLimitedError */
  take(address: string, now = Date.now()): void {
    if (now - this.began >= WINDOW_MS) {
      this.counts.clear();
      this.began = now;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    if (count <= this.most) return;
    throw new RateLimitedError(`There were more than ${this.most} requests within a minute. Wait a minute.`, {
      limit: this.most,
      retryAt: new Date(this.began + WINDOW_MS).toISOString(),
    });
  }
}
