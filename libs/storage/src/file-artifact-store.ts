import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ARTIFACTS, type ArtifactStore } from './artifact-store.js';
import { isMissing } from './atomic-file.js';
import { FileBlobStore } from './file-blob-store.js';

const FOLDER = /^[0-9a-f]{2}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** Artifacts in a subfolder of stored content. */
export class FileArtifactStore extends FileBlobStore implements ArtifactStore {
  /** @param blobs the folder of stored content */
  constructor(blobs: string, below: string = ARTIFACTS) {
    super(path.join(blobs, below));
  }

  async *storedBefore(time: Date): AsyncGenerator<string> {
    for (const folder of await namesIn(this.root, FOLDER)) {
      for (const digest of await namesIn(path.join(this.root, folder), DIGEST)) {
        const file = await stat(path.join(this.root, folder, digest)).catch(() => null);
        if (file && file.mtime < time) yield digest;
      }
    }
  }

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
