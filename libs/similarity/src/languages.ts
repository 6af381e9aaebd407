import { parser as cpp } from '@lezer/cpp';
import { parser as go } from '@lezer/go';
import { parser as java } from '@lezer/java';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import { parser as rust } from '@lezer/rust';

export interface Language {
  /** Programs of different languages share nothing. */
  name: string;
  parser: typeof python;
  /** What nobody is told apart by: remarks, and what is brought in from libraries. */
  leftOut: ReadonlySet<string>;
}

const REMARKS = ['Comment', 'LineComment', 'BlockComment'];
const leaving = (...kinds: string[]) => new Set([...REMARKS, ...kinds]);
const script = (dialect: string): Language => ({
  name: 'javascript',
  parser: javascript.configure({ dialect }),
  leftOut: leaving('ImportDeclaration'),
});

const PYTHON: Language = { name: 'python', parser: python, leftOut: leaving('ImportStatement') };
const CPP: Language = { name: 'cpp', parser: cpp, leftOut: leaving('PreprocDirective', 'UsingDeclaration') };

/** By the ending of a file's name. Headers of C are read as C++, and notebooks were made Python before. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  py: PYTHON,
  ipynb: PYTHON,
  ...Object.fromEntries(['js', 'mjs', 'cjs', 'jsx'].map((ending) => [ending, script('jsx')])),
  ...Object.fromEntries(['ts', 'mts', 'cts'].map((ending) => [ending, script('ts')])),
  tsx: script('ts jsx'),
  ...Object.fromEntries(['c', 'h', 'cc', 'cpp', 'cxx', 'hpp', 'cu', 'cuh'].map((ending) => [ending, CPP])),
  java: { name: 'java', parser: java, leftOut: leaving('PackageDeclaration', 'ImportDeclaration') },
  rs: { name: 'rust', parser: rust, leftOut: leaving('UseDeclaration') },
  go: { name: 'go', parser: go, leftOut: leaving('PackageClause', 'ImportDecl') },
};

/** Null for what is no code, or code that is not read. */
export function languageOf(path: string): Language | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return LANGUAGES[ending] ?? null;
}
