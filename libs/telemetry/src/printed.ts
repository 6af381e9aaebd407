const KINDS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * Turns what libraries print, and Node's warnings, into ordinary log lines. Of an error it keeps message and stack, but
 * nothing that was attached to it.
 */
export function handOnPrinted(log: (message: string) => void): void {
  for (const kind of KINDS) console[kind] = (...printed: unknown[]) => log(printed.map(textOf).join(' '));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log(textOf(warning)));
}

function textOf(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(value);
}
