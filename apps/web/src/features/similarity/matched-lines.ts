import type { Side, SideBySide } from './similarity.types';

export interface Line {
  number: number;
  text: string;
  /** The match that covers the line, counted from 1; null if none does. */
  match: number | null;
  /** The match begins here. */
  isFirst: boolean;
}

export interface ComparedFile {
  path: string;
  lines: Line[];
  isMatched: boolean;
}

/** The files of one side, each line with the match that covers it. Of overlapping matches, the longer one is given. */
export function comparedFiles(
  { left, right, matches }: Pick<SideBySide, 'left' | 'right' | 'matches'>,
  side: Side,
): ComparedFile[] {
  const { files } = side === 'left' ? left : right;
  return files.map(({ path, text }, file) => {
    const here = matches.map((match) => match[side]).map((range) => (range.file === file ? range : null));
    let before: number | null = null;
    const lines = text.split('\n').map((line, index): Line => {
      const number = index + 1;
      const place = here.findIndex((range) => range !== null && range.from <= number && number <= range.to);
      const match = place === -1 ? null : place + 1;
      const isFirst = match !== null && match !== before;
      before = match;
      return { number, text: line, match, isFirst };
    });
    return { path, lines, isMatched: here.some((range) => range !== null) };
  });
}
