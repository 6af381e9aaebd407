export interface SpareTimeOptions {
  /** Processors of the engine's machine. */
  cpus: number;
  /** How long processors must have been idle before work begins, because the steps of a run follow each other with short gaps. */
  calmMs: number;
}

interface Task {
  work: () => Promise<void>;
  deadline: number;
}

/**
 * Work that nobody waits for: making containers ahead, removing used ones. It is done while processors are idle, so that it
 * takes nothing from current runs. What has waited too long is done anyway.
 */
export class SpareTime {
  private readonly waiting: Task[] = [];
  private readonly running = new Set<Promise<void>>();
  private occupied = 0;
  // A monotonic clock: after a jump of the time of day, used containers would wait until it has caught up.
  private calmSince = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: SpareTimeOptions) {}

  /** A job computes on some processors until the returned function is called. */
  occupy(cpus: number): () => void {
    const share = Math.min(cpus, this.options.cpus);
    this.occupied += share;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const wasCalm = this.spare > 0;
      this.occupied -= share;
      if (!wasCalm && this.spare > 0) this.calmSince = performance.now();
      this.pump();
    };
  }

  /** Does some work when there is time, or after `withinMs`. The work handles its own errors. */
  add(work: () => Promise<void>, withinMs: number): void {
    const deadline = performance.now() + withinMs;
    const place = this.waiting.findIndex((task) => task.deadline > deadline);
    this.waiting.splice(place < 0 ? this.waiting.length : place, 0, { work, deadline });
    this.pump();
  }

  /** Does all waiting work now, and waits for it. */
  async drain(): Promise<void> {
    clearTimeout(this.timer);
    while (this.waiting.length + this.running.size > 0) {
      for (const task of this.waiting.splice(0)) this.begin(task);
      await Promise.all(this.running);
    }
  }

  /** While jobs compute, one processor is left for the engine, the database and this process. */
  private get spare(): number {
    return Math.floor(this.options.cpus - Math.max(0, this.occupied) - (this.occupied > 0.01 ? 1 : 0));
  }

  private pump(): void {
    clearTimeout(this.timer);
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const now = performance.now();
      const isCalm = this.spare > this.running.size && now >= this.calmSince + this.options.calmMs;
      const isOverdue = now >= next.deadline && this.running.size < this.options.cpus;
      if (!isCalm && !isOverdue) break;
      this.waiting.shift();
      this.begin(next);
    }
    const [next] = this.waiting;
    if (!next || this.running.size >= this.options.cpus) return; // a running task pumps when it ends
    const calmAt = this.spare > this.running.size ? this.calmSince + this.options.calmMs : Infinity;
    this.timer = setTimeout(
      () => this.pump(),
      Math.max(1, Math.min(next.deadline, calmAt) - performance.now()),
    );
    this.timer.unref();
  }

  private begin({ work }: Task): void {
    const done: Promise<void> = work().finally(() => {
      this.running.delete(done);
      this.pump();
    });
    this.running.add(done);
  }
}
