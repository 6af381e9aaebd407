import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { isMissing, writeAtomically } from './atomic-file.js';
import { BlobStore, placeOf, type StoredBlob } from './blob-store.js';
import { BlobNotFoundError } from './errors.js';
import { measured } from './measured.js';
import { verified, verifying } from './verifier.js';

/** Blobs in a folder, as `ab/abcdef…`. */
export class FileBlobStore extends BlobStore {
  constructor(protected readonly root: string) {
    super();
  }

  async put(content: Readable | Buffer): Promise<StoredBlob> {
    const { pieces, result } = measured(content);
    let stored: StoredBlob = { digest: '', size: 0 };
    await writeAtomically(this.root, pieces, () => placeOf((stored = result()).digest));
    return stored;
  }

  async get(digest: string): Promise<Readable> {
    const file = await this.locate(digest);
    const handle = await open(file);
    return verifying(createReadStream(file, { fd: handle }), digest);
  }

  async getBuffer(digest: string): Promise<Buffer> {
    return verified(await readFile(await this.locate(digest)), digest);
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
    const file = path.join(this.root, placeOf(digest));
    try {
      await stat(file);
      return file;
    } catch (error) {
      if (isMissing(error)) throw new BlobNotFoundError(digest);
      throw error;
    }
  }
}
