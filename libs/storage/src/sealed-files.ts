import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { isMissing, writeAtomically } from './atomic-file.js';
import type { Bucket } from './bucket.js';
import { measured } from './measured.js';

/** Where a vault keeps its encrypted files. */
export interface SealedFiles {
  /**
   * Afterwards either the whole file exists, or nothing.
   * @param nameOf is called once all pieces have been read
   */
  write(pieces: AsyncIterable<Buffer>, nameOf: () => string): Promise<void>;
  /** Null if there is no such file. */
  read(name: string): Promise<Readable | null>;
  has(name: string): Promise<boolean>;
}

export class SealedFolder implements SealedFiles {
  constructor(private readonly root: string) {}

  write(pieces: AsyncIterable<Buffer>, nameOf: () => string): Promise<void> {
    return writeAtomically(this.root, pieces, nameOf);
  }

  async read(name: string): Promise<Readable | null> {
    return (await this.has(name)) ? createReadStream(path.join(this.root, name)) : null;
  }

  async has(name: string): Promise<boolean> {
    try {
      await stat(path.join(this.root, name));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }
}

const SPOOLED = 'sealed';

/** The encrypted content waits in a temporary file until its name and checksum are known. */
export class SealedBucket implements SealedFiles {
  constructor(private readonly bucket: Bucket) {}

  async write(pieces: AsyncIterable<Buffer>, nameOf: () => string): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-vault-'));
    const file = path.join(folder, SPOOLED);
    try {
      const { pieces: counted, result } = measured(pieces);
      await writeAtomically(folder, counted, () => SPOOLED);
      const { digest: sha256, size } = result();
      await this.bucket.write(nameOf(), { size, sha256, open: () => createReadStream(file) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  read(name: string): Promise<Readable | null> {
    return this.bucket.read(name);
  }

  async has(name: string): Promise<boolean> {
    return (await this.bucket.head(name)) !== null;
  }
}
