import type { LogLineFragment, PhaseName } from '@/generated/graphql';

export interface LogLine {
  number: number;
  phase: PhaseName;
  text: string;
  /** Says that more was printed than is kept. */
  isCut: boolean;
}

/** The line that the platform writes where it stops keeping the log. */
const CUT = /^\[log cut here\b/;

// Colour codes and other control sequences would show as boxes. The escape character is meant.
// eslint-disable-next-line no-control-regex
const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Join chunks, which may end inside a line, into numbered lines of the newest attempt. */
export function toLines(chunks: LogLineFragment[]): LogLine[] {
  const newest = Math.max(0, ...chunks.map(({ attempt }) => attempt));
  const lines: LogLine[] = [];
  let isOpen = false;
  for (const { phase, text } of chunks.filter(({ attempt }) => attempt === newest)) {
    const parts = text.replace(/\r\n/g, '\n').split('\n');
    parts.forEach((part, index) => {
      const clean = part.slice(part.lastIndexOf('\r') + 1).replace(CONTROL, '');
      const last = lines.at(-1);
      if (index === 0 && isOpen && last?.phase === phase) last.text += clean;
      else if (index < parts.length - 1 || part !== '')
        lines.push({ number: lines.length + 1, phase, text: clean, isCut: CUT.test(clean) });
    });
    isOpen = parts.at(-1) !== '';
  }
  return lines;
}

/**
 * Add chunks in order, ignoring those already there: a reconnecting subscription sends them again. A run that our machines
 * started over counts its chunks from the beginning.
 */
export function mergeChunks(known: LogLineFragment[], more: LogLineFragment[]): LogLineFragment[] {
  const last = known.at(-1) ?? { attempt: 0, sequence: -1 };
  const fresh = more.filter(
    ({ attempt, sequence }) =>
      attempt > last.attempt || (attempt === last.attempt && sequence > last.sequence),
  );
  return fresh.length === 0 ? known : [...known, ...fresh];
}
