import { buffer } from 'node:stream/consumers';
import { parquetToCsv, ParquetUnreadableError } from './read-parquet.js';

/** A program of its own, started with bounds by `parquet-to-csv.ts`: Parquet on stdin, CSV on stdout. */
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
