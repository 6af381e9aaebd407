import { parser } from '@lezer/python';

export interface Token {
  kind: string;
  /** From 1. */
  line: number;
}

/** What nobody is told apart by: remarks, and what is brought in from libraries. */
const LEFT_OUT = new Set(['Comment', 'ImportStatement']);
const WHOLE = 'Script';
/** Kinds of which the sign counts, too. */
const SIGNS = new Set(['ArithOp', 'BitOp', 'CompareOp', 'UpdateOp']);

/**
 * The syntax of a program, without names, numbers, texts and remarks: renaming and other comments change nothing. What is no
 * Python is read as far as it goes.
 */
export function pythonTokens(text: string): Token[] {
  const lineAt = lineReader(text);
  const tokens: Token[] = [];
  parser.parse(text).iterate({
    enter({ name, from, to, node }) {
      if (LEFT_OUT.has(name) || isDocstring(name, node)) return false;
      if (name === WHOLE) return true;
      tokens.push({
        kind: SIGNS.has(name) ? `${name} ${text.slice(from, to)}` : name,
        line: lineAt(from),
      });
      return true;
    },
  });
  return tokens;
}

interface Node {
  firstChild: { name: string; nextSibling: unknown } | null;
}

/** A text that stands for itself is a remark. */
function isDocstring(name: string, { firstChild }: Node): boolean {
  return name === 'ExpressionStatement' && firstChild?.name === 'String' && firstChild.nextSibling === null;
}

/** The line of a place, for places in rising order. */
function lineReader(text: string): (place: number) => number {
  let [line, end] = [1, text.indexOf('\n')];
  return (place) => {
    while (end !== -1 && end < place) {
      line += 1;
      end = text.indexOf('\n', end + 1);
    }
    return line;
  };
}
