import { SandboxMisconfiguredError } from '../errors.js';
import type { DeviceLocks } from './device-locks.js';
import type { GpuDevice } from './gpu-device.js';

/** How often to check whether another process on this machine gave a device back. */
const LOOK_MS = 500;

/** Devices that belong to one run until they are released. */
export interface GpuLease {
  devices: readonly GpuDevice[];
  release(): Promise<void>;
}

interface Waiter {
  count: number;
  give: (lease: GpuLease) => void;
}

/**
 * Exclusive leases of this machine's GPUs, granted in the order of the requests. Specific ids are leased, never just
 * a number.
 */
export class GpuLeases {
  private readonly leased = new Set<string>();
  private readonly waiting: Waiter[] = [];
  private serving: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly devices: readonly GpuDevice[],
    private readonly locks: Pick<DeviceLocks, 'take' | 'release'>,
  ) {}

  /**
   * Waits until this many devices are free and takes them all at once: two runs that each held half of what they need
   * would wait for ever.
   * @throws SandboxMisconfiguredError when this machine never has that many
   * @throws the signal's reason when it is aborted while waiting
   */
  async lease(count: number, signal?: AbortSignal): Promise<GpuLease> {
    if (count > this.devices.length) {
      throw new SandboxMisconfiguredError(
        `A run needs ${count} GPUs, and this worker has ${this.devices.length}. ` +
          'Give the worker more of them (GPU_DEVICES), or ask for fewer in the assignment.',
      );
    }
    signal?.throwIfAborted();
    const granted = Promise.withResolvers<GpuLease>();
    const waiter: Waiter = { count, give: granted.resolve };
    const leave = (): void => {
      const place = this.waiting.indexOf(waiter);
      if (place < 0) return; // it is being served: the lease comes, and is given back below
      this.waiting.splice(place, 1);
      granted.reject(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    this.waiting.push(waiter);
    this.serve();
    try {
      const lease = await granted.promise;
      if (!signal?.aborted) return lease;
      await lease.release();
      throw signal.reason;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  private serve(): void {
    this.serving ??= this.serveAll().finally(() => (this.serving = null));
  }

  private async serveAll(): Promise<void> {
    clearTimeout(this.timer);
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const devices = await this.takeFree(next.count);
      if (!devices) {
        // Releases in this process call `serve` themselves; those of other processes must be polled for.
        this.timer = setTimeout(() => this.serve(), LOOK_MS);
        return;
      }
      const lease = { devices, release: () => this.giveBack(devices) };
      if (this.waiting[0] === next) {
        this.waiting.shift();
        next.give(lease);
      } else {
        await lease.release(); // whoever waited has left
      }
    }
  }

  /** All of them or none. */
  private async takeFree(count: number): Promise<GpuDevice[] | null> {
    const taken: GpuDevice[] = [];
    for (const device of this.devices) {
      if (taken.length === count) break;
      if (!this.leased.has(device.id) && (await this.locks.take(device.id))) taken.push(device);
    }
    if (taken.length === count) {
      for (const { id } of taken) this.leased.add(id);
      return taken;
    }
    await Promise.all(taken.map(({ id }) => this.locks.release(id)));
    return null;
  }

  private async giveBack(devices: readonly GpuDevice[]): Promise<void> {
    const ours = devices.filter(({ id }) => this.leased.delete(id));
    await Promise.all(ours.map(({ id }) => this.locks.release(id)));
    await this.serving; // one that is just being refused must look again
    this.serve();
  }
}
