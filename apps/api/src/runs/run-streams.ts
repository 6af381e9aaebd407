/** Events of one subscription: each wake-up is one; the stream ends after the answer that was final. */
export class RunStream<T extends object> implements AsyncIterableIterator<T> {
  private isOver = false;

  /**
   * @param event shared by all events of the stream, so that a reader can keep its place in it
   * @param isFinal asked before each next event
   */
  constructor(
    private readonly wakeUps: AsyncIterableIterator<void>,
    private readonly event: T,
    private readonly isFinal: (event: T) => boolean,
  ) {}

  async next(): Promise<IteratorResult<T>> {
    if (this.isOver || this.isFinal(this.event)) return this.return();
    const wake = await this.wakeUps.next();
    return wake.done ? { done: true, value: undefined } : { done: false, value: this.event };
  }

  async return(): Promise<IteratorResult<T>> {
    this.isOver = true;
    await this.wakeUps.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
