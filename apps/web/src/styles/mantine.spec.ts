import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const CORE = path.dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const ESM = path.join(CORE, 'esm');

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));

/** Components that pages import from Mantine. */
function used(): Set<string> {
  const sources = filesIn(SRC).filter((file) => /\.tsx?$/.test(file));
  const imported = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^import \{([^}]*)\} from '@mantine\/core'/gm),
  ]);
  const names = imported.flatMap(([, list]) =>
    (list ?? '').split(',').map((name) => name.trim().split(' ')[0]),
  );
  return new Set(names.filter((name): name is string => /^[A-Z]/.test(name ?? '')));
}

/** Classes that a module of Mantine and what it imports give their elements, by the file that names them. */
function classesOf(file: string, found = new Map<string, string[]>()): Map<string, string[]> {
  if (found.has(file)) return found;
  const text = readFileSync(file, 'utf8');
  const isStyles = file.endsWith('.module.mjs');
  found.set(file, isStyles ? [...text.matchAll(/"(m_[0-9a-f]+)"/g)].map(([, name]) => name ?? '') : []);
  for (const [, next] of text.matchAll(/from "(\.[^"]+)"/g))
    classesOf(path.resolve(path.dirname(file), next ?? ''), found);
  return found;
}

it('has the styles of every component of Mantine that a page shows', () => {
  const imports = readFileSync(path.join(SRC, 'styles/mantine.css'), 'utf8').matchAll(
    /'@mantine\/core\/(styles\/[\w-]+\.css)'/g,
  );
  const styles = [...imports].map(([, sheet]) => readFileSync(path.join(CORE, sheet ?? ''), 'utf8')).join('');
  const known = readFileSync(path.join(CORE, 'styles.css'), 'utf8');
  const modules = filesIn(ESM);
  const needed = new Map<string, string[]>();
  for (const name of used()) {
    const file = modules.find((module) => path.basename(module) === `${name}.mjs`);
    if (file) classesOf(file, needed);
  }
  expect(needed.size).toBeGreaterThan(100);
  const missing = [...needed].filter(([, classes]) =>
    classes.some((name) => known.includes(`.${name}`) && !styles.includes(`.${name}`)),
  );
  expect(missing.map(([file]) => path.basename(file, '.module.mjs'))).toEqual([]);
});
