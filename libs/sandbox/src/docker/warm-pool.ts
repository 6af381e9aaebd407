import { shapeKey, type ContainerShape } from './container-options.js';
import type { LiveContainer } from './live-container.js';
import type { SpareTime } from './spare-time.js';

/**
 * The most that one run may take from a shelf. More retrainings than this start cold, so that one run's needs do not fill
 * the memory.
 */
const MOST_PER_RUN = 8;
/** How many runs' needs each shelf remembers. */
const RUNS_REMEMBERED = 16;
/**
 * A place that has been empty for this long is filled even while every processor is busy. Until then the next run is faster
 * with a container of its own, which imports only what that run needs.
 */
const REFILL_WITHIN_MS = 600_000;

export interface WarmPoolOptions {
  /** How much memory all waiting containers together may use. 0 turns the pool off. */
  memoryBytes: number;
  /** The assumed memory of a waiting container, until one of its shape has reported its own. */
  idleBytes: number;
  /** How many runs are graded at once, and so how many sets of containers are kept. */
  runs: number;
}

interface Shelf {
  shape: ContainerShape;
  idle: LiveContainer[];
  starting: Set<Promise<void>>;
  /** Refills waiting for spare time. */
  queued: number;
  /** Callers waiting for a container that is being started. */
  waiting: number;
  wanted: number;
  usedAt: number;
  /** The memory of one waiting container of this shape. */
  idleBytes: number;
  /** How many containers of this shape each recent run took. */
  uses: Map<string, number>;
}

/**
 * Keeps containers started and their libraries imported, for the most recently used shapes and within a memory budget: for
 * each shape as many as one run took, multiplied by the runs graded at once.
 */
export class WarmPool {
  private readonly shelves = new Map<string, Shelf>();
  private clock = 0;
  private isClosed = false;

  constructor(
    private readonly options: WarmPoolOptions,
    private readonly spareTime: SpareTime,
    private readonly start: (shape: ContainerShape) => Promise<LiveContainer>,
    private readonly discard: (container: LiveContainer) => void,
    private readonly warn: (message: string, error: unknown) => void,
  ) {}

  /** A ready container of this shape, if one is waiting or being started. Each is handed out once, and replaced later. */
  async take(shape: ContainerShape, runId: string): Promise<LiveContainer | undefined> {
    if (!this.keeps(shape)) return undefined;
    const shelf = this.shelfOf(shape);
    this.noteUse(shelf, runId);
    const container = await this.takeFrom(shelf);
    this.refill(shelf);
    return container;
  }

  /** Bring a shape up to `count` waiting containers now, dropping those of older shapes if need be. */
  async keep(shape: ContainerShape, count: number): Promise<void> {
    if (!this.keeps(shape)) return;
    const shelf = this.shelfOf(shape);
    shelf.usedAt = ++this.clock;
    shelf.wanted = Math.max(shelf.wanted, count);
    while (this.isShort(shelf) && this.makeRoom(shelf)) this.fill(shelf);
    await Promise.all(shelf.starting);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.shelves.values()].flatMap((shelf) => [...shelf.starting]));
    for (const shelf of this.shelves.values()) shelf.idle.splice(0).forEach(this.discard);
    this.shelves.clear();
  }

  /** Leased devices and private networks belong to one run, so containers with them are not kept for another. */
  private keeps({ gpuDeviceIds, network }: ContainerShape): boolean {
    return !this.isClosed && this.options.memoryBytes > 0 && gpuDeviceIds.length === 0 && !network;
  }

  private shelfOf(shape: ContainerShape): Shelf {
    const key = shapeKey(shape);
    const known = this.shelves.get(key);
    if (known) return known;
    const shelf: Shelf = {
      shape,
      idle: [],
      starting: new Set(),
      queued: 0,
      waiting: 0,
      wanted: 0,
      usedAt: 0,
      idleBytes: this.options.idleBytes,
      uses: new Map(),
    };
    this.shelves.set(key, shelf);
    return shelf;
  }

  private noteUse(shelf: Shelf, runId: string): void {
    const uses = Math.min(MOST_PER_RUN, (shelf.uses.get(runId) ?? 0) + 1);
    shelf.uses.delete(runId);
    shelf.uses.set(runId, uses);
    for (const oldest of [...shelf.uses.keys()].slice(0, -RUNS_REMEMBERED)) shelf.uses.delete(oldest);
    shelf.usedAt = ++this.clock;
    shelf.wanted = Math.max(...shelf.uses.values()) * this.options.runs;
  }

  private async takeFrom(shelf: Shelf): Promise<LiveContainer | undefined> {
    // A container that is being started is ready sooner than a new one would be. If all of those are spoken for, the caller
    // gets none.
    if (shelf.idle.length === 0 && shelf.starting.size > shelf.waiting) {
      shelf.waiting++;
      await Promise.race(shelf.starting);
      shelf.waiting--;
    }
    for (let container = shelf.idle.shift(); container; container = shelf.idle.shift()) {
      if (container.isUsable) return container;
      this.discard(container);
    }
    return undefined;
  }

  private refill(shelf: Shelf): void {
    for (let count = this.supply(shelf); count < shelf.wanted; count++) {
      shelf.queued++;
      // Fills the first place of every shape before the second of any.
      this.spareTime.add(() => this.fillLater(shelf), REFILL_WITHIN_MS + count);
    }
  }

  private async fillLater(shelf: Shelf): Promise<void> {
    shelf.queued--;
    if (this.isClosed || !this.isShort(shelf) || !this.makeRoom(shelf)) return;
    await this.fill(shelf);
  }

  private supply(shelf: Shelf): number {
    return shelf.idle.length + shelf.starting.size + shelf.queued;
  }

  private isShort(shelf: Shelf): boolean {
    return shelf.idle.length + shelf.starting.size < shelf.wanted;
  }

  private get heldBytes(): number {
    return [...this.shelves.values()].reduce(
      (sum, { idle, starting, idleBytes }) => sum + (idle.length + starting.size) * idleBytes,
      0,
    );
  }

  private makeRoom(forShelf: Shelf): boolean {
    while (this.heldBytes + forShelf.idleBytes > this.options.memoryBytes) {
      const oldest = [...this.shelves.values()]
        .filter(
          (shelf) => shelf.usedAt < forShelf.usedAt && shelf.idle.length > 0 && !serveOneRun(shelf, forShelf),
        )
        .sort((a, b) => a.usedAt - b.usedAt)[0];
      const dropped = oldest?.idle.shift();
      if (!oldest || !dropped) return false;
      oldest.wanted = Math.max(0, oldest.wanted - 1);
      this.discard(dropped);
    }
    return true;
  }

  private fill(shelf: Shelf): Promise<void> {
    const started: Promise<void> = this.startOne(shelf).finally(() => shelf.starting.delete(started));
    shelf.starting.add(started);
    return started;
  }

  private async startOne(shelf: Shelf): Promise<void> {
    try {
      const container = await this.start(shelf.shape);
      shelf.idleBytes = container.idleBytes ?? shelf.idleBytes;
      if (this.isClosed) this.discard(container);
      else shelf.idle.push(container);
    } catch (error) {
      // Not fatal: the next run starts cold, meets the same error, and can report it.
      shelf.wanted = 0;
      this.warn('A warm container could not be started.', error);
    }
  }
}

/** Shapes of the same run never push each other out, because the run needs all of them. */
function serveOneRun(one: Shelf, other: Shelf): boolean {
  const last = [...other.uses.keys()].at(-1);
  return last !== undefined && one.uses.has(last);
}
