import { languageOf } from './languages.js';
import type { SourceFile } from './source-code.js';

export interface Token {
  kind: string;
  /** From 1. */
  line: number;
}

/** Kinds of which the sign counts, too. */
const SIGNS = new Set(['ArithOp', 'BitOp', 'CompareOp', 'UpdateOp']);

/**
 * The syntax of a program, without names, numbers, texts and remarks: renaming and other comments change nothing. What is not
 * of its language is read as far as it goes.
 */
export function syntaxTokens({ path, text }: SourceFile): Token[] {
  const language = languageOf(path);
  if (!language) return [];
  const { name: languageName, parser, leftOut } = language;
  const lineAt = lineReader(text);
  const tokens: Token[] = [];
  parser.parse(text).iterate({
    enter({ name, type, from, to, node }) {
      if (leftOut.has(name) || isDocstring(name, node)) return false;
      if (type.isTop) return true;
      const sign = SIGNS.has(name) ? ` ${text.slice(from, to)}` : '';
      tokens.push({ kind: `${languageName} ${name}${sign}`, line: lineAt(from) });
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
