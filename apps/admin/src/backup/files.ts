import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AdminConfig } from '@holdout/config';
import { DigestStream } from './digest-stream.js';
import type { FileCopy } from './manifest.js';
import { placesOf, type Place } from './places.js';

/**
 * Copies what is not yet in the backup. Stored content never changes under its name, so a second pass adds what came
 * since the first.
 */
export async function copyFilesOut(
  config: AdminConfig,
  folder: string,
  known: Map<string, FileCopy>,
): Promise<void> {
  for (const [name, place] of Object.entries(await placesOf(config)))
    for await (const file of place.files()) {
      const inside = path.join(name, file);
      if (known.has(inside)) continue;
      const source = await place.read(file);
      if (source) known.set(inside, { path: inside, ...(await copy(source, path.join(folder, inside))) });
    }
}

async function copy(source: Readable, to: string): Promise<Omit<FileCopy, 'path'>> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const digest = new DigestStream();
  await pipeline(source, digest, createWriteStream(to, { mode: 0o600 }));
  return { bytes: digest.bytes, sha256: digest.digest() };
}

/** Puts the files of a backup where this deployment looks for them. */
export async function copyFilesIn(
  config: AdminConfig,
  folder: string,
  files: readonly FileCopy[],
): Promise<void> {
  const places: Readonly<Record<string, Place>> = await placesOf(config);
  for (const file of files) {
    const [name = '', ...rest] = file.path.split(path.sep);
    const place = places[name];
    if (!place || name === 'settings') continue;
    await place.write(rest.join('/'), file, path.join(folder, file.path));
  }
}
