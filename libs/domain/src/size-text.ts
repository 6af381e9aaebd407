const UNITS = ['KiB', 'MiB', 'GiB'] as const;

/** Bytes for people, in powers of 1024: `20 MiB`, `47.1 KiB`, `812 bytes`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)} bytes`;
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toFixed(size < 100 ? 1 : 0))} ${UNITS[unit]}`;
}
