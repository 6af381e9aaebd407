import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { AssignmentInvalidError, writeTar, type TarFiles } from '@holdout/grading';

const LEFT_OUT = new Set(['__pycache__', '.DS_Store', '.pytest_cache', '.ruff_cache', '.mypy_cache']);

/** Regular files below a folder, by path. @throws AssignmentInvalidError when there is no such folder */
export async function filesBelow(folder: string): Promise<TarFiles> {
  const files = new Map<string, Buffer>();
  const visit = async (relative: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, relative), { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const name = path.posix.join(relative, entry.name);
      if (entry.isDirectory()) await visit(name);
      else if (entry.isFile()) files.set(name, await readFile(path.join(folder, name)));
    }
  };
  try {
    await visit('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AssignmentInvalidError([
      `${path.basename(folder)}/ is missing. Add it to the assignment's folder.`,
    ]);
  }
  return files;
}

/** A tar.gz with the same bytes for the same files. */
export async function tarGz(files: TarFiles): Promise<Buffer> {
  return gzipSync(await writeTar(files), { level: 9 });
}

/** The folder as a tar.gz; null when there is none. */
export async function optionalTarGz(folder: string): Promise<Buffer | null> {
  return existsSync(folder) ? tarGz(await filesBelow(folder)) : null;
}
