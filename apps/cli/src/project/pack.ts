import type { ArchiveEntry } from '@holdout/domain';
import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { PreflightError } from '../errors.js';

/** A fixed time, so that the same files always make the same archive and the same digest. 1980: older ones confuse zip tools. */
const FIXED_TIME = new Date('1980-01-01T00:00:00Z');

/**
 * Pack files into a tar.gz that depends on their paths and contents only: not on who packs, when, or where.
 * @throws PreflightError when a file is no longer a regular file.
 */
export async function packFiles(root: string, entries: readonly ArchiveEntry[]): Promise<Buffer> {
  const tar = pack();
  const gzip = createGzip({ level: 9 });
  const packed = buffer(tar.pipe(gzip));
  for (const { path: name } of entries) {
    const content = await readRegular(path.join(root, name), name);
    tar.entry(
      { name, size: content.length, mode: 0o644, mtime: FIXED_TIME, uid: 0, gid: 0, uname: '', gname: '' },
      content,
    );
  }
  tar.finalize();
  const bytes = await packed;
  bytes[9] = 255; // the system that packed, as gzip's header notes it: unknown
  return bytes;
}

async function readRegular(file: string, name: string): Promise<Buffer> {
  // Without O_NONBLOCK a pipe put in place of the file would hang us; without O_NOFOLLOW a link would be followed.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await handle.stat()).isFile()) {
      throw new PreflightError({
        code: 'ARCHIVE_SPECIAL_FILE',
        message: `${name} is not a regular file. Remove it.`,
        file: name,
      });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
