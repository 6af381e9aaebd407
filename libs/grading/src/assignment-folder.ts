import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeTar, type TarFiles } from './tar.js';

/** An assignment's files, wherever they are kept. Paths are relative and use `/`. */
export interface AssignmentFolder {
  /** The folder's name, which is the slug if assignment.yaml states none. */
  readonly name: string;
  /** Null when there is no such file. */
  read(file: string): Promise<Buffer | null>;
  /** Regular files below a folder, by their path in it; null when there is no such folder. */
  below(folder: string): Promise<TarFiles | null>;
}

const LEFT_OUT = new Set(['__pycache__', '.DS_Store', '.pytest_cache', '.ruff_cache', '.mypy_cache']);
const ABSENT = new Set(['ENOENT', 'EISDIR', 'ENOTDIR']);

export function folderOnDisk(directory: string): AssignmentFolder {
  return {
    name: path.basename(path.resolve(directory)),
    read: (file) =>
      leadsOut(file) ? Promise.resolve(null) : orNull(() => readFile(path.join(directory, file))),
    below: (folder) => orNull(() => filesBelow(path.join(directory, folder))),
  };
}

/** A folder that was unpacked into memory. */
export function folderOfFiles(name: string, files: TarFiles): AssignmentFolder {
  return {
    name,
    read: async (file) => files.get(path.posix.normalize(file)) ?? null,
    below: async (folder) => {
      const prefix = `${path.posix.normalize(folder)}/`;
      const found = [...files].filter(([file]) => file.startsWith(prefix) && !isLeftOut(file));
      return found.length > 0
        ? new Map(found.map(([file, bytes]) => [file.slice(prefix.length), bytes]))
        : null;
    },
  };
}

/** A tar.gz with the same bytes for the same files. */
export async function tarGz(files: TarFiles): Promise<Buffer> {
  return gzipSync(await writeTar(files), { level: 9 });
}

async function filesBelow(folder: string): Promise<TarFiles> {
  const files = new Map<string, Buffer>();
  const visit = async (relative: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, relative), { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const name = path.posix.join(relative, entry.name);
      if (entry.isDirectory()) await visit(name);
      else if (entry.isFile()) files.set(name, await readFile(path.join(folder, name)));
    }
  };
  await visit('');
  return files;
}

function isLeftOut(file: string): boolean {
  return file.split('/').some((part) => LEFT_OUT.has(part));
}

/** Files outside the folder are not part of it and are not sent with it. */
function leadsOut(file: string): boolean {
  return path.posix.normalize(file).split('/')[0] === '..';
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
