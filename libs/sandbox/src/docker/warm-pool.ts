import { shapeKey, type ContainerShape } from './container-options.js';
import type { LiveContainer } from './live-container.js';

export interface WarmPoolOptions {
  /** What all waiting containers together may hold. 0 turns the pool off. */
  memoryBytes: number;
  /** What one waiting container is counted as: its imported libraries, most of them shared pages. */
  idleBytes: number;
  /** How many to keep per shape once it was used. */
  perShape: number;
}

interface Shelf {
  shape: ContainerShape;
  idle: LiveContainer[];
  starting: Set<Promise<void>>;
  /** Takers that wait for a start under way. */
  waiting: number;
  wanted: number;
  usedAt: number;
}

/** Keeps started, imported, single-use containers for the shapes used last, within a memory budget. */
export class WarmPool {
  private readonly shelves = new Map<string, Shelf>();
  private clock = 0;
  private isClosed = false;

  constructor(
    private readonly options: WarmPoolOptions,
    private readonly start: (shape: ContainerShape) => Promise<LiveContainer>,
    private readonly discard: (container: LiveContainer) => void,
    private readonly warn: (message: string, error: unknown) => void,
  ) {}

  /** A ready container of this shape, if one waits or is being started. Each is handed out once. */
  async take(shape: ContainerShape): Promise<LiveContainer | undefined> {
    const shelf = this.shelves.get(shapeKey(shape));
    if (!shelf) return undefined;
    // One under way is ready before a new one would be; more takers than starts go away empty-handed.
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

  /** Remember the shape as used and bring it up to `count` waiting containers, dropping those of older shapes if need be. */
  async keep(shape: ContainerShape, count = this.options.perShape): Promise<void> {
    if (this.isClosed || shape.gpuDeviceIds.length > 0) return;
    const key = shapeKey(shape);
    const shelf = this.shelves.get(key) ?? {
      shape,
      idle: [],
      starting: new Set(),
      waiting: 0,
      wanted: 0,
      usedAt: 0,
    };
    this.shelves.set(key, shelf);
    shelf.usedAt = ++this.clock;
    shelf.wanted = Math.max(shelf.wanted, count);
    while (shelf.idle.length + shelf.starting.size < shelf.wanted && this.makeRoom(shelf)) {
      const started: Promise<void> = this.fill(shelf).finally(() => shelf.starting.delete(started));
      shelf.starting.add(started);
    }
    await Promise.all(shelf.starting);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.shelves.values()].flatMap((shelf) => [...shelf.starting]));
    for (const shelf of this.shelves.values()) shelf.idle.splice(0).forEach(this.discard);
    this.shelves.clear();
  }

  private get count(): number {
    return [...this.shelves.values()].reduce(
      (sum, shelf) => sum + shelf.idle.length + shelf.starting.size,
      0,
    );
  }

  private makeRoom(forShelf: Shelf): boolean {
    const places = Math.floor(this.options.memoryBytes / this.options.idleBytes);
    if (this.count < places) return true;
    const oldest = [...this.shelves.values()]
      .filter((shelf) => shelf !== forShelf && shelf.idle.length > 0)
      .sort((a, b) => a.usedAt - b.usedAt)[0];
    const dropped = oldest?.idle.shift();
    if (!oldest || !dropped) return false;
    oldest.wanted = Math.max(0, oldest.wanted - 1);
    this.discard(dropped);
    return true;
  }

  private async fill(shelf: Shelf): Promise<void> {
    try {
      const container = await this.start(shelf.shape);
      if (this.isClosed) this.discard(container);
      else shelf.idle.push(container);
    } catch (error) {
      // Not fatal: the next run starts cold and meets the error itself, with someone to tell.
      shelf.wanted = 0;
      this.warn('A warm container could not be started.', error);
    }
  }
}
