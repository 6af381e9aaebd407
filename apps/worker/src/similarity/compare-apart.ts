import { createInterface } from 'node:readline';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { SIMILARITY_LIMITS } from '@holdout/domain';
import { runOwnProgram } from '@holdout/sandbox';
import { comparison, type Comparison, type ComparisonRequest } from '@holdout/similarity';

const LIMITS = { seconds: SIMILARITY_LIMITS.seconds, heapMib: 1536, mostMib: 64 };
const LIBRARY = fileURLToPath(new URL('../../../../libs/similarity', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const READABLE = [
  path.join(LIBRARY, 'dist/*'),
  path.join(LIBRARY, 'package.json'),
  ...['@dodona', '@lezer', 'zod'].map((name) => path.join(PACKAGES, name, '*')),
];

/** The comparison exceeded its limits. */
export class ComparisonTooLargeError extends Error {
  override readonly name = 'ComparisonTooLargeError';
}

/**
 * Compares in a separate process, because strangers' code can take arbitrarily long and this process has leases to renew.
 * @param onRead called with the number of works read so far
 * @throws ComparisonTooLargeError
 */
export async function compareApart(
  request: ComparisonRequest,
  onRead: (works: number) => void,
): Promise<Comparison> {
  const said = new PassThrough();
  createInterface(said).on('line', (line) => onRead(Number(line)));
  const program = { file: path.join(LIBRARY, 'dist/compare.main.js'), readable: READABLE, ...LIMITS };
  const end = await runOwnProgram(
    { ...program, onSaid: (text) => said.write(text) },
    Buffer.from(JSON.stringify(request)),
  );
  said.end();
  if (end.code === 0) return comparison.parse(JSON.parse(end.answer.toString('utf8')));
  throw new ComparisonTooLargeError(
    `Comparing took more than ${LIMITS.seconds} s or ${LIMITS.heapMib} MiB of memory.`,
  );
}
