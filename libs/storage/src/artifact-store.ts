import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './atomic-file.js';
import { FileBlobStore } from './file-blob-store.js';

const FOLDER = /^[0-9a-f]{2}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * What runs left behind, by digest. The only content that may go again: it lies in a folder of its own, so that nothing that
 * is kept for good can share a file with it.
 */
export class ArtifactStore extends FileBlobStore {
  /** @param blobs the folder of stored content; artifacts lie below it */
  constructor(blobs: string) {
    super(path.join(blobs, 'artifacts'));
  }

  /** Digests of all that was stored before a time. */
  async *storedBefore(time: Date): AsyncGenerator<string> {
    for (const folder of await namesIn(this.root, FOLDER)) {
      for (const digest of await namesIn(path.join(this.root, folder), DIGEST)) {
        const file = await stat(path.join(this.root, folder, digest)).catch(() => null);
        if (file && file.mtime < time) yield digest;
      }
    }
  }

  /** Deletes for good. What is not there is deleted already. */
  async delete(digest: string): Promise<void> {
    if (await this.has(digest)) await rm(await this.locate(digest), { force: true });
  }
}

async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
