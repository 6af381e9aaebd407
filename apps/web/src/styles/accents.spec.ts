import { readFileSync } from 'node:fs';
import { ACCENTS } from '@holdout/domain';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const TOKENS = read('tokens.css');
const ACCENT_RULES = read('accents.css');

/** Variables that the rules whose selector ends so set, by name. */
function set(css: string, selector: string): Record<string, string> {
  const at = css.indexOf(selector);
  const body = at < 0 ? '' : css.slice(css.indexOf('{', at), css.indexOf('}', at));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

/** By WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const cases = (['light', 'dark'] as const).flatMap((scheme) =>
  ACCENTS.map((accent) => [scheme, accent] as const),
);

it.each(cases)('in the %s theme %s can be read on every surface', (scheme, accent) => {
  const theme = set(TOKENS, `:root[data-mantine-color-scheme='${scheme}'] {`);
  const own =
    accent === 'TEAL'
      ? {}
      : set(ACCENT_RULES, `:root[data-mantine-color-scheme='${scheme}']:has([data-accent='${accent}'])`);
  if (accent !== 'TEAL')
    expect(Object.keys(own).sort()).toEqual(['accent', 'accent-strong', 'accent-wash', 'on-accent']);
  const colors: Record<string, string> = { ...theme, ...own };
  const of = (name: string) => colors[name] ?? '';
  const pairs = [
    ...['canvas', 'surface', 'sunken', 'accent-wash'].flatMap((ground) => [
      ['accent', ground],
      ['accent-strong', ground],
    ]),
    ['ink', 'accent-wash'],
    ['ink-2', 'accent-wash'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
  ] as const;
  const faint = pairs.filter(([text = '', ground = '']) => contrast(of(text), of(ground)) < 4.5);
  expect(faint).toEqual([]);
});

it.each(['light', 'dark'])('a swatch of teal is the teal of the %s theme', (scheme) => {
  const theme = set(TOKENS, `:root[data-mantine-color-scheme='${scheme}'] {`);
  const swatch = set(ACCENT_RULES, `:root[data-mantine-color-scheme='${scheme}'] [data-swatch='TEAL']`);
  expect(swatch['accent']).toBe(theme['accent']);
});
