import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;

/**
 * Writes below `root` so that a reader sees the whole file or nothing, even after a crash. `nameOf` is called once all bytes
 * are written, and returns the path relative to `root`.
 */
export async function writeAtomically(root: string, pieces: Pieces, nameOf: () => string): Promise<void> {
  const incoming = path.join(root, 'incoming');
  await mkdir(incoming, { recursive: true });
  const temporary = path.join(incoming, randomUUID());
  try {
    await pipeline(pieces, createWriteStream(temporary, { flags: 'wx', mode: 0o644, flush: true }));
    const target = path.join(root, nameOf());
    await mkdir(path.dirname(target), { recursive: true });
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A rename survives a power cut only once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** True for the error of a path that does not exist. */
export function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
