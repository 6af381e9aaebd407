/** Rows of cells below a head, each column as wide as it needs to be. Numbers stand to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((text, column) =>
    Math.max(text.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const show = (row: readonly (string | number)[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(show).join('\n');
}
