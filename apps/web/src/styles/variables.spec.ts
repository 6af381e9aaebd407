import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_THEME, MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { theme, variables } from '../lib/theme';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FILE = path.join(HERE, 'variables.css');
const CORE = path.dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const SHEETS = readFileSync(path.join(HERE, 'mantine.css'), 'utf8');

/** What Mantine would write into each page from the theme. */
function written(): string {
  const provider = createElement(MantineProvider, {
    theme,
    cssVariablesResolver: variables,
    deduplicateCssVariables: false,
    withGlobalClasses: false,
    children: '',
  });
  return /<style[^>]*>(.*)<\/style>/s.exec(renderToStaticMarkup(provider))?.[1] ?? '';
}

/** Of Mantine's palettes only what a component of ours names or a style sheet uses: a page carries each of them otherwise. */
function withoutUnusedPalettes(css: string): string {
  const sources = readdirSync(path.join(HERE, '..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx|css)$/.test(file) && !file.endsWith('variables.css'))
    .map((file) => readFileSync(path.join(HERE, '..', file), 'utf8'))
    .join('');
  const sheets = [...SHEETS.matchAll(/'@mantine\/core\/(styles\/[\w-]+\.css)'/g)]
    .map(([, sheet]) => readFileSync(path.join(CORE, sheet ?? ''), 'utf8'))
    .join('');
  const declared = css.split(/(?<=[{;}])/);
  const isOf = (palette: string) => (line: string) => line.trim().startsWith(`--mantine-color-${palette}-`);
  const unused = Object.keys(DEFAULT_THEME.colors).filter((palette) => {
    const others = declared.filter((line) => !isOf(palette)(line)).join('');
    const isNamed = new RegExp(`\\b(color|c|bg)="${palette}[".]`).test(sources);
    return !isNamed && !`${sources}${sheets}${others}`.includes(`var(--mantine-color-${palette}-`);
  });
  return declared.filter((line) => !unused.some((palette) => isOf(palette)(line))).join('');
}

/** However it is laid out. */
const compact = (css: string) => css.replace(/\s+/g, '').replaceAll('"', "'");

it('has the variables that the theme gives Mantine', () => {
  const heading =
    '/* Written by variables.spec.ts from lib/theme.ts: WRITE_VARIABLES=1 has it written again. */\n\n';
  const expected = `${heading}${withoutUnusedPalettes(written()).replaceAll('&quot;', '"')}`;
  if (process.env.WRITE_VARIABLES === '1') writeFileSync(FILE, expected);
  expect(compact(readFileSync(FILE, 'utf8'))).toBe(compact(expected));
});
