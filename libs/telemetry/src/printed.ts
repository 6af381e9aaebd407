const KINDS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * Hands on what libraries print, and what Node warns of, so that it becomes a line like all others: of an error what it says and
 * where, and nothing else that was hung on it.
 */
export function handOnPrinted(log: (message: string) => void): void {
  for (const kind of KINDS) console[kind] = (...printed: unknown[]) => log(printed.map(textOf).join(' '));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log(textOf(warning)));
}

function textOf(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(value);
}
