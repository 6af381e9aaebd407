import { Inject, Injectable } from '@nestjs/common';
import { FileStore } from '@tus/file-store';
import { NotFoundError } from '@holdout/domain';
import { createReadStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { API_CONFIG, type ApiConfig } from '../settings.js';

/** How long an upload may take, and how long an unused one is kept. */
export const UPLOAD_LIFETIME_MS = 24 * 60 * 60 * 1000;

const HEAD_BYTES = 512;
const ID = /^[0-9a-f]{32}$/;

/** Bytes of uploads under way, in files named by the upload's id. */
@Injectable()
export class UploadFiles {
  readonly store: FileStore;
  private readonly directory: string;

  constructor(@Inject(API_CONFIG) config: ApiConfig) {
    this.directory = config.UPLOAD_DIR;
    mkdirSync(this.directory, { recursive: true });
    this.store = new FileStore({
      directory: this.directory,
      expirationPeriodInMilliseconds: UPLOAD_LIFETIME_MS,
    });
  }

  /** The first bytes, enough to tell an archive, and the size so far. @throws NotFoundError when the file is gone */
  async start(id: string): Promise<{ head: Buffer; size: number }> {
    const file = await open(this.place(id)).catch((error: unknown) => {
      if (isMissing(error)) throw new NotFoundError('The upload');
      throw error;
    });
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
    } finally {
      await file.close();
    }
  }

  read(id: string): Readable {
    return createReadStream(this.place(id));
  }

  async remove(id: string): Promise<void> {
    await this.store.remove(id);
  }

  /** Deletes uploads that nobody finished in time, and returns how many. */
  removeExpired(): Promise<number> {
    return this.store.deleteExpired();
  }

  private place(id: string): string {
    // An id becomes part of a path.
    if (!ID.test(id)) throw new NotFoundError('The upload');
    return path.join(this.directory, id);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
