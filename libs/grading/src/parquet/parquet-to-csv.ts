import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOwnProgram } from '@holdout/sandbox';
import { ParquetUnreadableError } from './read-parquet.js';

const LIMITS = { seconds: 120, heapMib: 1024, mostMib: 512 };
const UNREADABLE = 2;
/** The built program, whether this file runs from source or from the build. */
const BUILT = fileURLToPath(new URL('../../dist/parquet', import.meta.url));
/** What the program may read: its own code and packages, but no data in the checkout. */
const READABLE = [
  `${BUILT}/*`,
  fileURLToPath(new URL('../../package.json', import.meta.url)),
  ...['hyparquet', 'hyparquet-compressors', 'fzstd', 'hysnappy'].map((name) =>
    fileURLToPath(new URL(`../../../../node_modules/${name}/*`, import.meta.url)),
  ),
];

/**
 * Converts in a separate process.
 * @throws ParquetUnreadableError with what the author should do
 */
export async function parquetToCsvBounded(bytes: Buffer): Promise<Buffer> {
  const program = { file: path.join(BUILT, 'convert.main.js'), readable: READABLE, ...LIMITS };
  const { code, answer, said } = await runOwnProgram(program, bytes);
  if (code === 0) return answer;
  if (code === UNREADABLE) throw new ParquetUnreadableError(said);
  const { seconds, heapMib, mostMib } = LIMITS;
  throw new ParquetUnreadableError(
    `Reading it takes more than ${seconds} s, ${heapMib} MiB of memory or ${mostMib} MiB as CSV. Drop columns or rows, or save it as CSV.`,
  );
}
