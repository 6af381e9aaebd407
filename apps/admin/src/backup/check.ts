import { stat } from 'node:fs/promises';
import path from 'node:path';
import { AdminError } from '../errors.js';
import { digestOf } from './digest-stream.js';
import { readManifest, type Manifest } from './manifest.js';

const SHOWN = 10;

/**
 * Reads every file of a backup and compares it with what was written.
 * @throws AdminError naming the files that are missing or changed
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const parts = [
    ...manifest.tables.map(({ file, sha256 }) => ({ file, sha256 })),
    ...manifest.files.map(({ path: file, sha256 }) => ({ file, sha256 })),
  ];
  const faults: string[] = [];
  for (const { file, sha256 } of parts) {
    const place = path.join(folder, file);
    if (!(await exists(place))) faults.push(`${file} is missing`);
    else if ((await digestOf(place)) !== sha256) faults.push(`${file} was changed`);
  }
  if (faults.length > 0) {
    const more = faults.length > SHOWN ? `\n  … and ${faults.length - SHOWN} more` : '';
    throw new AdminError(
      `${folder} is damaged. Use another backup.\n${faults
        .slice(0, SHOWN)
        .map((fault) => `  ${fault}`)
        .join('\n')}${more}`,
    );
  }
  return manifest;
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() ?? false;
}
