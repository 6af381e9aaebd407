import { z } from 'zod';
import { languageOf } from './languages.js';

export interface SourceFile {
  path: string;
  text: string;
}

const notebook = z.object({
  cells: z.array(
    z.object({ cell_type: z.string(), source: z.union([z.string(), z.array(z.string())]).default('') }),
  ),
});

/** What is compared of a submission: code that can be read, and the code cells of notebooks as Python. In the order of paths. */
export function sourceCode(files: readonly { path: string; text: string | null }[]): SourceFile[] {
  return files
    .flatMap(({ path, text }) => {
      if (text === null) return [];
      if (!languageOf(path)) return [];
      const code = path.endsWith('.ipynb') ? codeOfNotebook(text) : text;
      return code === null ? [] : [{ path, text: code }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Null for what is no notebook. Its outputs and its prose are nobody's code. */
function codeOfNotebook(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const { data } = notebook.safeParse(parsed);
  if (!data) return null;
  return data.cells
    .flatMap(({ cell_type, source }, place) =>
      cell_type === 'code' ? [`# %% [${place + 1}]\n${plain(source)}\n`] : [],
    )
    .join('\n');
}

/** Commands to the notebook itself are no Python. */
function plain(source: string | readonly string[]): string {
  const text = typeof source === 'string' ? source : source.join('');
  return text.replace(/^(\s*)([%!])/gm, '$1# $2');
}
