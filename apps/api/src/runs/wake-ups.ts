/**
 * A stream of "look again". Wake-ups that arrive while the reader is busy become one: it reads current state anyway.
 * The first comes at once.
 */
export class WakeUps implements AsyncIterableIterator<void> {
  private isDue = true;
  private isOver = false;
  private waiting: ((result: IteratorResult<void>) => void) | null = null;

  /** @param onEnd called once, when the reader leaves */
  constructor(private readonly onEnd: () => void) {}

  wake(): void {
    if (this.isOver) return;
    if (!this.waiting) {
      this.isDue = true;
      return;
    }
    this.settle({ done: false, value: undefined });
  }

  async next(): Promise<IteratorResult<void>> {
    if (this.isOver) return { done: true, value: undefined };
    if (this.isDue) {
      this.isDue = false;
      return { done: false, value: undefined };
    }
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  async return(): Promise<IteratorResult<void>> {
    if (!this.isOver) {
      this.isOver = true;
      this.onEnd();
      this.settle({ done: true, value: undefined });
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private settle(result: IteratorResult<void>): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.(result);
  }
}
