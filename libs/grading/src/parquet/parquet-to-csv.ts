import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParquetUnreadableError } from './read-parquet.js';

const MIB = 1024 * 1024;
const SECONDS = 120;
const HEAP_MIB = 1024;
const MOST_CSV_BYTES = 512 * MIB;
const UNREADABLE = 2;
/** As built, from the source as from the build. */
const BUILT = fileURLToPath(new URL('../../dist/parquet', import.meta.url));
const PROGRAM = path.join(BUILT, 'convert.main.js');
/** All that the program may read: its own code and packages, and not the data that lies in a checkout. */
const READABLE = [
  `${BUILT}/*`,
  fileURLToPath(new URL('../../package.json', import.meta.url)),
  ...['hyparquet', 'hyparquet-compressors', 'fzstd', 'hysnappy'].map((name) =>
    fileURLToPath(new URL(`../../../../node_modules/${name}/*`, import.meta.url)),
  ),
];

/**
 * Converts in a process of its own: a stranger's file may exhaust its time and memory only. It has no environment, may
 * read nothing but code, write nothing, and start nothing.
 * @throws ParquetUnreadableError with what the author should do
 */
export async function parquetToCsvBounded(bytes: Buffer): Promise<Buffer> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MIB}`,
      '--permission',
      ...READABLE.map((place) => `--allow-fs-read=${place}`),
      PROGRAM,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'pipe'], timeout: SECONDS * 1000, killSignal: 'SIGKILL' },
  );
  const parts: Buffer[] = [];
  let [size, said] = [0, ''];
  child.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MOST_CSV_BYTES) child.kill('SIGKILL');
    else parts.push(part);
  });
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(0, 2_000)));
  // It may end before it read everything; the exit code says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return Buffer.concat(parts);
  if (code === UNREADABLE) throw new ParquetUnreadableError(said);
  throw new ParquetUnreadableError(
    `Reading it takes more than ${SECONDS} s, ${HEAP_MIB} MiB of memory or ${MOST_CSV_BYTES / MIB} MiB as CSV. Drop columns or rows, or save it as CSV.`,
  );
}
