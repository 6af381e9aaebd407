import type { ArchiveEntry } from '@holdout/domain';
import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissingFile } from '../files.js';
import { IGNORE_FILES, IgnoreRules } from './ignore-rules.js';

/** Enough to say "too many" without walking a whole disk when the wrong folder is named. */
const MAX_ENTRIES = 20_000;

/**
 * What a project folder holds for a submission, sorted by path in byte order. Empty folders are left out. Links and
 * devices are listed, never followed.
 */
export async function listProject(root: string): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  await walk(root, '', IgnoreRules.none(), entries);
  return entries.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

async function walk(root: string, base: string, outer: IgnoreRules, entries: ArchiveEntry[]): Promise<void> {
  const rules = outer.and(base, await patternsOf(path.join(root, base)));
  for (const name of await readdir(path.join(root, base))) {
    if (entries.length > MAX_ENTRIES) return;
    const relative = `${base}${name}`;
    const stats = await lstat(path.join(root, relative));
    if (rules.leavesOut(relative, stats.isDirectory())) continue;
    if (stats.isDirectory()) await walk(root, `${relative}/`, rules, entries);
    else entries.push({ path: relative, size: stats.isFile() ? stats.size : 0, kind: kindOf(stats) });
  }
}

function kindOf(stats: Stats): ArchiveEntry['kind'] {
  if (stats.isFile()) return 'file';
  return stats.isSymbolicLink() ? 'link' : 'special';
}

async function patternsOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of IGNORE_FILES) {
    try {
      found.push(await readFile(path.join(folder, name), 'utf8'));
    } catch (error) {
      if (!isMissingFile(error)) throw error;
    }
  }
  return found;
}
