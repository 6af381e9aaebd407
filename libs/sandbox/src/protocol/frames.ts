const HEADER_BYTES = 5;
/** Largest payload of a frame, in both directions. */
export const MAX_PAYLOAD_BYTES = 1024 * 1024;

/** The peer broke the protocol. A student can cause it, so it is an outcome, not a fault of the host. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** One frame: one byte of type, four bytes of big-endian length, payload. */
export function encodeFrame(type: string, payload: Buffer = Buffer.alloc(0)): Buffer {
  if (payload.length > MAX_PAYLOAD_BYTES) {
    throw new RangeError(`A frame's payload may have ${MAX_PAYLOAD_BYTES} bytes, not ${payload.length}.`);
  }
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  frame.write(type, 0, 1, 'latin1');
  frame.writeUInt32BE(payload.length, 1);
  payload.copy(frame, HEADER_BYTES);
  return frame;
}

/** Cuts a byte stream into frames; holds at most one frame's payload. */
export class FrameParser {
  private parts: Buffer[] = [];
  private held = 0;
  private wanted: { type: string; size: number } | null = null;

  constructor(private readonly onFrame: (type: string, payload: Buffer) => void) {}

  /** Whether the stream may end here. */
  get isBetweenFrames(): boolean {
    return this.wanted === null && this.held === 0;
  }

  /** @throws ProtocolError for a frame over the cap */
  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 || this.wanted?.size === 0) {
      const missing = (this.wanted ? this.wanted.size : HEADER_BYTES) - this.held;
      const part = rest.subarray(0, missing);
      rest = rest.subarray(part.length);
      this.parts.push(part);
      this.held += part.length;
      if (part.length < missing) return;
      this.complete();
    }
  }

  private complete(): void {
    const bytes = this.parts.length === 1 && this.parts[0] ? this.parts[0] : Buffer.concat(this.parts);
    this.parts = [];
    this.held = 0;
    if (this.wanted) {
      const { type } = this.wanted;
      this.wanted = null;
      this.onFrame(type, bytes);
      return;
    }
    const size = bytes.readUInt32BE(1);
    if (size > MAX_PAYLOAD_BYTES) throw new ProtocolError(`A frame of ${size} bytes is over the limit.`);
    this.wanted = { type: bytes.toString('latin1', 0, 1), size };
  }
}
