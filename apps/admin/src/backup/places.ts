import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { contentPlaceOf, vaultPlaceOf, type AdminConfig } from '@holdout/config';
import { openBucket, type Bucket, type ContentPlace } from '@holdout/storage';
import type { FileCopy } from './manifest.js';

/** Where a part of a deployment lies. Its files have names with slashes. */
export interface Place {
  files(): AsyncGenerator<string>;
  /** @returns null when it was deleted meanwhile, as files are whose time has come */
  read(file: string): Promise<Readable | null>;
  /** @param source a file that holds what `copy` says */
  write(file: string, copy: FileCopy, source: string): Promise<void>;
}

/** Of the data folder: the secrets that open the rest, the demo student's key, and whether the sample was graded. */
const SETTINGS = ['secrets.json', 'cli.json', 'sample-graded'];

/** Below it lies what is still being written. */
const INCOMING = 'incoming/';

/** By the names that the parts have in a backup. */
export async function placesOf(
  config: AdminConfig,
): Promise<Readonly<Record<'blobs' | 'vault' | 'settings', Place>>> {
  return {
    blobs: await placeIn(contentPlaceOf(config)),
    vault: await placeIn(vaultPlaceOf(config)),
    settings: new Folder(config.HOLDOUT_DATA, SETTINGS),
  };
}

async function placeIn(place: ContentPlace): Promise<Place> {
  return 'folder' in place ? new Folder(place.folder) : new InBucket(await openBucket(place.bucket));
}

class Folder implements Place {
  /** @param names of its files, where the others are none of ours */
  constructor(
    private readonly root: string,
    private readonly names?: readonly string[],
  ) {}

  async *files(): AsyncGenerator<string> {
    if (this.names) return yield* this.names;
    const entries = await readdir(this.root, { withFileTypes: true, recursive: true }).catch(orNothing);
    yield* (entries ?? [])
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith(INCOMING))
      .sort();
  }

  async read(file: string): Promise<Readable | null> {
    const from = path.join(this.root, file);
    return (await stat(from).catch(orNothing)) && createReadStream(from);
  }

  /** Modes follow the folders that files come into. */
  async write(file: string, _copy: FileCopy, source: string): Promise<void> {
    const target = path.join(this.root, file);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(createReadStream(source), createWriteStream(target));
  }
}

class InBucket implements Place {
  constructor(private readonly bucket: Bucket) {}

  async *files(): AsyncGenerator<string> {
    for await (const { key } of this.bucket.list('')) yield key;
  }

  read(file: string): Promise<Readable | null> {
    return this.bucket.read(file);
  }

  write(file: string, { bytes: size, sha256 }: FileCopy, source: string): Promise<void> {
    return this.bucket.write(file, { size, sha256, open: () => createReadStream(source) });
  }
}

function orNothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
