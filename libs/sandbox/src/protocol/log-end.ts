/** The supervisor writes this to stderr once no process of the program is left. */
const MARK = Buffer.from('\0holdout-log-end\0');

/**
 * Recognizes the end of the log. Stdout and stderr are separate pipes, so the EXIT frame alone does not tell that every
 * log line arrived, and waiting for the engine to close the stream costs more than a short program takes. A program that
 * prints the mark itself only cuts its own log.
 */
export class LogEnd {
  private held = Buffer.alloc(0);
  isReached = false;

  constructor(private readonly pass: (chunk: Buffer) => void) {}

  push(chunk: Buffer): void {
    this.isReached = false;
    const text = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk;
    const start = startOfMark(text);
    this.held = Buffer.from(text.subarray(start));
    this.isReached = this.held.length === MARK.length;
    if (start > 0) this.pass(text.subarray(0, start));
  }

  /** Nothing more will come: pass on what only looked like the beginning of the mark. */
  flush(): void {
    if (!this.isReached && this.held.length > 0) this.pass(this.held);
    this.held = Buffer.alloc(0);
  }
}

/** Where the mark, or the beginning of one at the very end, starts in the text; the text's length if nowhere. */
function startOfMark(text: Buffer): number {
  let start = text.indexOf(0, Math.max(0, text.length - MARK.length));
  while (start >= 0 && !MARK.subarray(0, text.length - start).equals(text.subarray(start))) {
    start = text.indexOf(0, start + 1);
  }
  return start >= 0 ? start : text.length;
}
