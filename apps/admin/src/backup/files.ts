import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AdminConfig } from '@holdout/config';
import { DigestStream } from './digest-stream.js';
import type { Manifest } from './manifest.js';

export type FileCopy = Manifest['files'][number];

/** Of the data folder: the secrets that open the rest, the demo student's key, and whether the sample was graded. */
const SETTINGS = ['secrets.json', 'cli.json', 'sample-graded'];

/** Below it lies what is still being written. */
const INCOMING = `incoming${path.sep}`;

/** Where the parts of a deployment lie, by the names they have in a backup. */
export function placesOf(config: AdminConfig): Readonly<Record<'blobs' | 'vault' | 'settings', string>> {
  return { blobs: config.BLOB_DIR, vault: config.VAULT_DIR, settings: config.HOLDOUT_DATA };
}

/**
 * Copies what is not yet in the backup. Stored content never changes under its name, so a second pass adds what came
 * since the first.
 */
export async function copyFilesOut(
  config: AdminConfig,
  folder: string,
  known: Map<string, FileCopy>,
): Promise<void> {
  for (const [name, place] of Object.entries(placesOf(config)))
    for (const file of await filesOf(name, place)) {
      const inside = path.join(name, file);
      if (known.has(inside)) continue;
      const copied = await copy(path.join(place, file), path.join(folder, inside));
      if (copied) known.set(inside, { path: inside, ...copied });
    }
}

async function filesOf(name: string, place: string): Promise<string[]> {
  if (name === 'settings') return SETTINGS;
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(orNothing);
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(INCOMING))
    .sort();
}

/** @returns null when it was deleted meanwhile, as files are whose time has come */
async function copy(from: string, to: string): Promise<Omit<FileCopy, 'path'> | null> {
  if (!(await stat(from).catch(orNothing))) return null;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const digest = new DigestStream();
  await pipeline(createReadStream(from), digest, createWriteStream(to, { mode: 0o600 }));
  return { bytes: digest.bytes, sha256: digest.digest() };
}

/** Puts the files of a backup where this deployment looks for them. Modes follow the folders they come into. */
export async function copyFilesIn(
  config: AdminConfig,
  folder: string,
  files: readonly FileCopy[],
): Promise<void> {
  const places: Readonly<Record<string, string>> = placesOf(config);
  for (const { path: inside } of files) {
    const [name = '', ...rest] = inside.split(path.sep);
    const place = places[name];
    if (!place || name === 'settings') continue;
    const target = path.join(place, ...rest);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(createReadStream(path.join(folder, inside)), createWriteStream(target));
  }
}

function orNothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
