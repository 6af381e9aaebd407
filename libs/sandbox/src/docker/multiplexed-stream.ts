const HEADER_BYTES = 8;
const STDERR = 2;

/** Splits the engine's attach stream (8-byte header, payload) into stdout and stderr without holding payloads back. */
export class MultiplexedStream {
  private readonly header = Buffer.alloc(HEADER_BYTES);
  private headerFilled = 0;
  private left = 0;

  constructor(
    private readonly onStdout: (chunk: Buffer) => void,
    private readonly onStderr: (chunk: Buffer) => void,
  ) {}

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.left === 0) {
        const copied = chunk.copy(this.header, this.headerFilled, at);
        at += copied;
        this.headerFilled += copied;
        if (this.headerFilled < HEADER_BYTES) return;
        this.headerFilled = 0;
        this.left = this.header.readUInt32BE(4);
        continue;
      }
      const part = chunk.subarray(at, at + this.left);
      at += part.length;
      this.left -= part.length;
      if (this.header[0] === STDERR) this.onStderr(part);
      else this.onStdout(part);
    }
  }
}
