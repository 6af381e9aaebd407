import { rejectEntries } from '@holdout/domain';
import { readTar } from '@holdout/grading';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { plain } from './kit.js';

/**
 * Write the files of a tar or tar.gz from the server below a folder. Existing files are not overwritten.
 * @returns their paths
 * @throws UsageError when a path would lead out of the folder, or a file is there already.
 */
export async function unpackInto(folder: string, archive: Buffer): Promise<string[]> {
  const files = [...(await readTar(plain(archive))).entries()].map(([name, content]) => ({
    name: name.replace(/^\.\//, ''),
    content,
  }));
  const entries = files.map(({ name, content }) => ({
    path: name,
    size: content.length,
    kind: 'file' as const,
  }));
  const rejection = rejectEntries(entries, {
    archiveBytes: Infinity,
    unpackedBytes: Infinity,
    files: Infinity,
  });
  if (rejection)
    throw new UsageError(
      `The server sent an archive that cannot be unpacked safely: ${rejection.message}`,
      rejection.code,
    );
  for (const { name, content } of files) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content, { flag: 'wx' });
  }
  return files.map(({ name }) => name);
}
