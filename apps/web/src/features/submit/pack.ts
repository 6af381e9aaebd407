import { zip, type AsyncZippable } from 'fflate';
import type { ProjectFile } from './project-files';

// Same files, same bytes: a fixed time keeps the archive's digest from changing with every packing. Zip knows no year before 1980.
const FIXED_TIME = new Date(1980, 0, 2);

/** Zip a project in the browser, in a worker thread. Same files in, same bytes out. */
export async function packFolder(files: readonly ProjectFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const content: AsyncZippable = {};
  for (const { path, file } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    content[path] = [new Uint8Array(await file.arrayBuffer()), { mtime: FIXED_TIME, level: 6 }];
  }
  return new Promise((resolve, reject) => {
    zip(content, { consume: true }, (error, bytes) =>
      error ? reject(error) : resolve(new Uint8Array(bytes)),
    );
  });
}
