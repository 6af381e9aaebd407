interface Column {
  readonly title: string;
  /** Numbers stand to the right, so that their digits align. @default left */
  readonly align?: 'left' | 'right';
}

/** Lines of an aligned table: two blanks between columns, no rules. Empty columns are dropped. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const used = columns.flatMap((column, index) =>
    rows.some((row) => row[index]) ? [{ column, index }] : [],
  );
  const widths = used.map(({ column, index }) =>
    Math.max(column.title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, position) => {
        const width = widths[position] ?? 0;
        return used[position]?.column.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    used.map(({ column }) => column.title),
    ...rows.map((row) => used.map(({ index }) => row[index] ?? '')),
  ].map(line);
}
