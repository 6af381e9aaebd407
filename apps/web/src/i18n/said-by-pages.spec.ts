import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeMessages, pickMessages } from './pick-messages';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const APP = path.join(SRC, 'app');

interface Module {
  isClient: boolean;
  imports: string[];
  says: string[];
}

const read = new Map<string, Module>();

/** What a module imports when it runs, at once or later, and by which names it asks for messages. */
function moduleAt(file: string): Module {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const imported = text.matchAll(
    /^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)'|import\('([^']+)'\)/gm,
  );
  const found = {
    isClient: text.startsWith("'use client'"),
    imports: [...imported].flatMap(([, still, later]) => fileOf(file, still ?? later ?? '') ?? []),
    says: [...text.matchAll(/useTranslations\('([^']+)'\)/g)].map(([, name]) => name ?? ''),
  };
  read.set(file, found);
  return found;
}

function fileOf(from: string, name: string): string | undefined {
  if (!/^(@\/|\.)/.test(name)) return undefined;
  const base = name.startsWith('@/') ? path.join(SRC, name.slice(2)) : path.resolve(path.dirname(from), name);
  return ['.tsx', '.ts', '/index.ts'].map((end) => base + end).find((file) => existsSync(file));
}

/** Names by which client components below a page ask for messages. */
function saidBy(page: string): Set<string> {
  const said = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, isWithinClient: boolean): void => {
    const { isClient, imports, says } = moduleAt(file);
    const isHere = isWithinClient || isClient;
    if (seen.has(`${file} ${isHere}`)) return;
    seen.add(`${file} ${isHere}`);
    if (isHere) says.forEach((name) => said.add(name));
    imports.forEach((next) => visit(next, isHere));
  };
  visit(page, false);
  return said;
}

function givenBy(file: string): string[] {
  const [, list] =
    /withMessages\(\s*\[([^\]]*)\]|ON_EVERY_PAGE = \[([^\]]*)\]/
      .exec(readFileSync(file, 'utf8'))
      ?.filter((part) => part !== undefined) ?? [];
  return [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');
}

const covers = (name: string, other: string) => name === other || other.startsWith(`${name}.`);

const ROOT = path.join(APP, 'layout.tsx');
const PLATFORM = path.join(APP, '(platform)/layout.tsx');
const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.join(APP, file));

it.each([PLATFORM, ...pages].map((file) => [path.relative(APP, file), file]))(
  '%s gives a browser the messages that are said there, and no others',
  (_name, file) => {
    const around = [ROOT, ...(file.startsWith(path.dirname(PLATFORM)) ? [PLATFORM] : [])]
      .filter((layout) => layout !== file)
      .flatMap(givenBy);
    const given = givenBy(file);
    const said = [...saidBy(file)].filter((name) => !around.some((known) => covers(known, name)));
    expect(said.filter((name) => !given.some((known) => covers(known, name)))).toEqual([]);
    expect(given.filter((name) => !said.includes(name))).toEqual([]);
  },
);

it('picks messages where they stand, and joins what lies side by side', () => {
  const all = { run: { title: 'Run', cancel: { open: 'Cancel' }, log: { end: 'End' } }, score: { a: '1' } };
  const picked = pickMessages(all, ['run.cancel', 'score']);
  expect(picked).toEqual({ run: { cancel: { open: 'Cancel' } }, score: { a: '1' } });
  expect(mergeMessages(picked, pickMessages(all, ['run.log']))).toEqual({
    run: { cancel: { open: 'Cancel' }, log: { end: 'End' } },
    score: { a: '1' },
  });
});
