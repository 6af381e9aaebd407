const FLOOD_FACTOR = 16;
const FLOOD_MIN_BYTES = 16 * 1024 * 1024;

/** Passes a program's output on up to a limit, then marks the cut once and only counts. */
export class CappedLog {
  private seen = 0;

  constructor(
    private readonly capBytes: number,
    private readonly pass: (chunk: Buffer) => void,
  ) {}

  get seenBytes(): number {
    return this.seen;
  }

  get isTruncated(): boolean {
    return this.seen > this.capBytes;
  }

  /** Whether there is so much more than the limit that reading on would only cost the host. */
  get isFlood(): boolean {
    return this.seen > Math.max(FLOOD_FACTOR * this.capBytes, FLOOD_MIN_BYTES);
  }

  push(chunk: Buffer): void {
    const room = this.capBytes - this.seen;
    const wasTruncated = this.isTruncated;
    this.seen += chunk.length;
    if (room > 0) this.pass(chunk.subarray(0, room));
    if (!wasTruncated && this.isTruncated) {
      this.pass(Buffer.from(`\n[log cut here: more than ${this.capBytes} bytes]\n`));
    }
  }
}
