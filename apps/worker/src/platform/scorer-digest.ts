import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssignmentDefinition } from '@holdout/grading';

/** SHA-256 of the code that judges submissions to an assignment. */
export function scorerDigest(
  { diagram }: Pick<AssignmentDefinition, 'diagram'>,
  images: Readonly<Record<string, string>>,
): string {
  // The scorer's code is part of its image, so the image id names the code as well.
  return diagram ? (comparison ??= digestOfComparison()) : (images['scorer'] ?? '').replace('sha256:', '');
}

let comparison: string | undefined;

/** Drawings are compared in this process, so the digest is that of the built library. */
function digestOfComparison(): string {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@holdout/diagram')));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort())
    hash.update(`${file}\0`).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
