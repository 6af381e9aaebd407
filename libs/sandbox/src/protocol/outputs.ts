import { createHash } from 'node:crypto';
import { outputHead } from './messages.js';
import { ProtocolError } from './frames.js';

/** Collects OUTPUT and DATA frames, never holding more than was declared and allowed. */
export class OutputCollector {
  readonly outputs = new Map<string, Buffer>();
  private open: { name: string; size: number; sha256: string; parts: Buffer[]; held: number } | null = null;
  private total = 0;

  constructor(
    private readonly declared: ReadonlyMap<string, number>,
    private readonly totalBytes: number,
  ) {}

  /** @throws ProtocolError for an output that was not declared, came before, or is over a cap */
  begin(payload: Buffer): void {
    this.requireComplete();
    const head = parseJson(payload, outputHead);
    const cap = this.declared.get(head.name);
    if (cap === undefined || this.outputs.has(head.name))
      throw new ProtocolError('An output was not asked for.');
    this.total += head.size;
    if (head.size > cap || this.total > this.totalBytes)
      throw new ProtocolError('An output is larger than allowed.');
    this.open = { ...head, parts: [], held: 0 };
    this.closeWhenComplete(this.open);
  }

  /** @throws ProtocolError for bytes beyond the announced size, or that do not match the announced hash */
  data(payload: Buffer): void {
    if (!this.open) throw new ProtocolError('Data arrived outside of an output.');
    this.open.parts.push(payload);
    this.open.held += payload.length;
    this.closeWhenComplete(this.open);
  }

  /** @throws ProtocolError when an output is still open */
  requireComplete(): void {
    if (this.open) throw new ProtocolError('An output is incomplete.');
  }

  private closeWhenComplete(output: NonNullable<OutputCollector['open']>): void {
    if (output.held < output.size) return;
    const bytes = Buffer.concat(output.parts);
    if (bytes.length > output.size || createHash('sha256').update(bytes).digest('hex') !== output.sha256) {
      throw new ProtocolError('An output does not match its announcement.');
    }
    this.outputs.set(output.name, bytes);
    this.open = null;
  }
}

/** @throws ProtocolError for anything that is not JSON of the expected shape */
export function parseJson<T>(payload: Buffer, schema: { parse(value: unknown): T }): T {
  try {
    return schema.parse(JSON.parse(payload.toString('utf8')));
  } catch (error) {
    throw new ProtocolError('A message is malformed.', { cause: error });
  }
}
