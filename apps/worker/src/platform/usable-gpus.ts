import type { GpuDevice, GpuLease, GpuLeases } from '@holdout/sandbox';

/**
 * This machine's GPUs, once its engine has shown that it can give them to containers. Until then runs go without, and the
 * fleet page says why.
 */
export class UsableGpus {
  private isProven = false;
  private refusal: string | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly leases: Pick<GpuLeases, 'devices' | 'lease'>,
    private readonly tryOut: (ids: readonly string[]) => Promise<void>,
  ) {}

  get devices(): readonly GpuDevice[] {
    return this.isProven ? this.leases.devices : [];
  }

  /** Why runs get no GPUs although this machine has some, and what to do about it. */
  get problem(): string | null {
    return this.refusal;
  }

  /** @throws as `GpuLeases.lease` does */
  lease(count: number, signal?: AbortSignal): Promise<GpuLease> {
    return this.leases.lease(count, signal);
  }

  /** The engine failed a run that had some: runs go without until it has shown again that it can. */
  doubt(): void {
    this.isProven = false;
  }

  /** Has the engine try them, until that has worked. Never throws. */
  look(): Promise<void> {
    if (this.isProven || this.leases.devices.length === 0) return Promise.resolve();
    this.looking ??= this.lookOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    try {
      await this.tryOut(this.leases.devices.map(({ id }) => id));
      this.isProven = true;
      this.refusal = null;
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
    }
  }
}
