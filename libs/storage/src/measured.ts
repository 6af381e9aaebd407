import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { StoredBlob } from './blob-store.js';

/** Passes content through, and reports its size and digest once all of it has passed. */
export function measured(content: Readable | AsyncIterable<Buffer> | Buffer): {
  pieces: AsyncGenerator<Buffer>;
  result: () => StoredBlob;
} {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string | Uint8Array);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  return { pieces: counted(), result: () => ({ digest: hash.digest('hex'), size }) };
}
