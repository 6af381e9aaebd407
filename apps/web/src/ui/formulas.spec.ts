import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import rehypeKatex from 'rehype-katex';

const styles = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');

/** The formula as rehype-katex marks it up, as text. */
function markedUp(formula: string): string {
  const properties = { className: ['language-math', 'math-inline'] };
  const text = { type: 'text' as const, value: formula };
  const code = { type: 'element' as const, tagName: 'code', properties, children: [text] };
  const tree = { type: 'root' as const, children: [code] };
  rehypeKatex()(tree, { message: (reason: unknown) => fail(reason) } as never);
  return JSON.stringify(tree);
}

function fail(reason: unknown): never {
  throw new Error(String(reason));
}

it('sets indices small: the style sheet knows the classes of the KaTeX that marks formulas up', () => {
  const sized = /"([\w-]+)","(reset-size\d+)","(size\d+)"/.exec(markedUp('y_{i}'));
  expect(sized).not.toBeNull();
  // Not toContain, which would print the whole sheet.
  expect(styles.includes(`.katex .${sized?.slice(1).join('.')}`)).toBe(true);
});
