import { buffer } from 'node:stream/consumers';
import { parquetToCsv, ParquetUnreadableError } from './read-parquet.js';

/** Converts Parquet on stdin to CSV on stdout. `parquet-to-csv.ts` runs it as a separate, limited process. */
try {
  const bytes = await buffer(process.stdin);
  const copy = new Uint8Array(bytes).buffer;
  for await (const piece of parquetToCsv(copy)) {
    if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
} catch (error) {
  if (!(error instanceof ParquetUnreadableError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 2;
}
