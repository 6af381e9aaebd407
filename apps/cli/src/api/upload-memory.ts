import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import { z } from 'zod';
import { isMissingFile } from '../files.js';
import { jsonOf } from './client.js';

const KEPT = 20;

const entry = z.object({
  fingerprint: z.string(),
  size: z.number().nullable(),
  metadata: z.record(z.string(), z.string()),
  creationTime: z.string(),
  urlStorageKey: z.string(),
  uploadUrl: z.string().nullable(),
  parallelUploadUrls: z.array(z.string()).nullable(),
});
type Entry = z.infer<typeof entry>;

/** Remembers unfinished uploads in a file of this user. Losing it costs a fresh upload, nothing more. */
export class UploadMemory implements UrlStorage {
  constructor(private readonly file: string) {}

  async findAllUploads(): Promise<PreviousUpload[]> {
    return this.read();
  }

  async findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    return (await this.read()).filter((known) => known.fingerprint === fingerprint);
  }

  async removeUpload(urlStorageKey: string): Promise<void> {
    await this.write((await this.read()).filter((known) => known.urlStorageKey !== urlStorageKey));
  }

  async addUpload(fingerprint: string, upload: PreviousUpload): Promise<string> {
    const urlStorageKey = `${fingerprint} ${upload.uploadUrl ?? ''}`;
    const others = (await this.read()).filter((known) => known.urlStorageKey !== urlStorageKey);
    const added = {
      fingerprint,
      urlStorageKey,
      size: upload.size,
      metadata: upload.metadata,
      creationTime: upload.creationTime,
      uploadUrl: upload.uploadUrl ?? null,
      parallelUploadUrls: upload.parallelUploadUrls ?? null,
    };
    await this.write([...others, added].slice(-KEPT));
    return urlStorageKey;
  }

  private async read(): Promise<Entry[]> {
    try {
      const parsed = z.array(entry).safeParse(jsonOf(await readFile(this.file, 'utf8')));
      return parsed.success ? parsed.data : [];
    } catch (error) {
      if (isMissingFile(error)) return [];
      throw error;
    }
  }

  private async write(entries: Entry[]): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const fresh = `${this.file}.${process.pid}`;
    await writeFile(fresh, JSON.stringify(entries), { mode: 0o600 });
    await rename(fresh, this.file);
  }
}
