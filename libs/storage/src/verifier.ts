import { createHash } from 'node:crypto';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { BlobCorruptError } from './errors.js';

/** Passes bytes through, and fails at the end if they do not match their digest. */
class Verifier extends Transform {
  private readonly hash = createHash('sha256');

  constructor(private readonly expected: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    const isSame = this.hash.digest('hex') === this.expected;
    done(isSame ? null : new BlobCorruptError(this.expected, 'its SHA-256 differs'));
  }
}

/**
 * The same bytes as a stream that fails at the end if they do not match their digest. Whoever stops reading closes the
 * source.
 */
export function verifying(source: Readable, digest: string): Readable {
  const checked = new Verifier(digest);
  source.on('error', (error) => checked.destroy(error));
  checked.on('close', () => source.destroy());
  return source.pipe(checked);
}

/** @throws BlobCorruptError */
export function verified(bytes: Buffer, digest: string): Buffer {
  if (createHash('sha256').update(bytes).digest('hex') === digest) return bytes;
  throw new BlobCorruptError(digest, 'its SHA-256 differs');
}
