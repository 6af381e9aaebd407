import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { isMissing, writeAtomically } from './atomic-file.js';
import { BlobStore, requireDigest, type StoredBlob } from './blob-store.js';
import { BlobCorruptError, BlobNotFoundError } from './errors.js';

/** Blobs in a folder, as `ab/abcdef…`. */
export class FileBlobStore extends BlobStore {
  constructor(protected readonly root: string) {
    super();
  }

  async put(content: Readable | Buffer): Promise<StoredBlob> {
    const hash = createHash('sha256');
    let size = 0;
    let digest = '';
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
        const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string | Uint8Array);
        hash.update(bytes);
        size += bytes.length;
        yield bytes;
      }
    }
    await writeAtomically(this.root, counted(), () => placeOf((digest = hash.digest('hex'))));
    return { digest, size };
  }

  async get(digest: string): Promise<Readable> {
    const file = await this.locate(digest);
    const handle = await open(file);
    const source = createReadStream(file, { fd: handle });
    const verified = new Verifier(digest);
    source.on('error', (error) => verified.destroy(error));
    verified.on('close', () => source.destroy());
    return source.pipe(verified);
  }

  async getBuffer(digest: string): Promise<Buffer> {
    const bytes = await readFile(await this.locate(digest));
    if (createHash('sha256').update(bytes).digest('hex') !== digest) {
      throw new BlobCorruptError(digest, 'its SHA-256 differs');
    }
    return bytes;
  }

  async has(digest: string): Promise<boolean> {
    try {
      await this.locate(digest);
      return true;
    } catch (error) {
      if (error instanceof BlobNotFoundError) return false;
      throw error;
    }
  }

  async size(digest: string): Promise<number> {
    return (await stat(await this.locate(digest))).size;
  }

  protected async locate(digest: string): Promise<string> {
    const file = path.join(this.root, placeOf(requireDigest(digest)));
    try {
      await stat(file);
      return file;
    } catch (error) {
      if (isMissing(error)) throw new BlobNotFoundError(digest);
      throw error;
    }
  }
}

function placeOf(digest: string): string {
  return path.join(digest.slice(0, 2), digest);
}

/** Passes bytes on and fails at the end when they were not what their name says. */
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
