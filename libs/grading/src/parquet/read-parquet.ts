import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

/** The most cells a table may have, which is what the scorer accepts. */
const MOST_CELLS = 12_000_000;
const ROWS_AT_ONCE = 20_000;

/** A Parquet file that cannot become a table of text cells. The message is for the author. */
export class ParquetUnreadableError extends Error {
  override readonly name = 'ParquetUnreadableError';
}

/** A flat Parquet file as CSV, piece by piece. Missing cells are empty. @throws ParquetUnreadableError */
export async function* parquetToCsv(bytes: ArrayBuffer): AsyncGenerator<string> {
  const file = {
    byteLength: bytes.byteLength,
    slice: (start: number, end?: number) => bytes.slice(start, end),
  };
  const metadata = await readable(() => parquetMetadataAsync(file));
  const columns = parquetSchema(metadata).children;
  const nested = columns.find(({ children }) => children.length > 0);
  if (nested) {
    throw new ParquetUnreadableError(
      `The column ${nested.element.name} is nested. Flatten it to one value a row first.`,
    );
  }
  const names = columns.map(({ element }) => element.name);
  const rows = Number(metadata.num_rows);
  if (rows * names.length > MOST_CELLS) {
    throw new ParquetUnreadableError(
      `It has ${rows * names.length} cells; at most ${MOST_CELLS} can be used. Drop columns or rows.`,
    );
  }
  yield line(names);
  for (let rowStart = 0; rowStart < rows; rowStart += ROWS_AT_ONCE) {
    const rowEnd = Math.min(rows, rowStart + ROWS_AT_ONCE);
    const part = await readable(() =>
      parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd, rowFormat: 'object' }),
    );
    yield part.map((row) => line(names.map((name) => cell((row as Record<string, unknown>)[name])))).join('');
  }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ParquetUnreadableError(
      `It cannot be read as Parquet (${why}). Write it again, or save it as CSV.`,
    );
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value))) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, 'Z');
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  throw new ParquetUnreadableError(
    'A cell holds a list or a structure. Flatten it to one value a row first.',
  );
}
