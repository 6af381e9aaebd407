import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCKERFILE = readFileSync(path.join(import.meta.dirname, 'Dockerfile'), 'utf8');

it('copies the manifest of every workspace: npm ci refuses to go without one', () => {
  const { workspaces } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    workspaces: string[];
  };
  const manifests = workspaces
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(path.join(ROOT, file)));
  const copied = [...DOCKERFILE.matchAll(/^COPY (\S+\/package\.json) /gm)];
  expect(copied.map(([, file]) => file).sort()).toEqual(manifests.sort());
});

it('brings along every program that an app starts as a process of its own', () => {
  const programs = globSync('libs/*/src/**/*.main.ts', { cwd: ROOT });
  expect(programs.length).toBeGreaterThan(2);
  const built = programs.map((file) => file.replace('/src/', '/dist/').replace(/ts$/, 'js'));
  expect(built.filter((file) => !DOCKERFILE.includes(` ${file}`))).toEqual([]);
});
