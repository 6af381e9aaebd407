import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ARTIFACTS, type ArtifactStore } from './artifact-store.js';
import { writeAtomically } from './atomic-file.js';
import { BlobStore, placeOf, type StoredBlob } from './blob-store.js';
import type { Bucket, StoredObject } from './bucket.js';
import { BlobNotFoundError } from './errors.js';
import { measured } from './measured.js';
import { verified, verifying } from './verifier.js';

const SPOOLED = 'spooled';

/** Blobs in a bucket, under the keys that they would have as files in a folder. */
export class S3BlobStore extends BlobStore {
  /** @param prefix of every key; empty, or with a slash at its end */
  constructor(
    protected readonly bucket: Bucket,
    protected readonly prefix = '',
  ) {
    super();
  }

  /** The key is the digest of the whole content, so the content waits in a temporary file until all of it has been read. */
  async put(content: Readable | Buffer): Promise<StoredBlob> {
    const { pieces, result } = measured(content);
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-blob-'));
    try {
      await writeAtomically(folder, pieces, () => SPOOLED);
      const stored = result();
      if (!(await this.head(stored.digest))) await this.send(stored, path.join(folder, SPOOLED));
      return stored;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async get(digest: string): Promise<Readable> {
    return verifying(await this.open(digest), digest);
  }

  async getBuffer(digest: string): Promise<Buffer> {
    return verified(await buffer(await this.open(digest)), digest);
  }

  async has(digest: string): Promise<boolean> {
    return (await this.head(digest)) !== null;
  }

  async size(digest: string): Promise<number> {
    const found = await this.head(digest);
    if (!found) throw new BlobNotFoundError(digest);
    return found.size;
  }

  protected keyOf(digest: string): string {
    return `${this.prefix}${placeOf(digest)}`;
  }

  private head(digest: string): Promise<StoredObject | null> {
    return this.bucket.head(this.keyOf(digest));
  }

  private async open(digest: string): Promise<Readable> {
    const found = await this.bucket.read(this.keyOf(digest));
    if (!found) throw new BlobNotFoundError(digest);
    return found;
  }

  private send({ digest, size }: StoredBlob, file: string): Promise<void> {
    return this.bucket.write(this.keyOf(digest), {
      size,
      sha256: digest,
      open: () => createReadStream(file),
    });
  }
}

/** Artifacts in the same bucket, under keys of their own. */
export class S3ArtifactStore extends S3BlobStore implements ArtifactStore {
  constructor(bucket: Bucket, prefix = `${ARTIFACTS}/`) {
    super(bucket, prefix);
  }

  async *storedBefore(time: Date): AsyncGenerator<string> {
    for await (const { key, changedAt } of this.bucket.list(this.prefix))
      if (changedAt < time) yield path.posix.basename(key);
  }

  async delete(digest: string): Promise<void> {
    await this.bucket.delete(this.keyOf(digest));
  }
}
