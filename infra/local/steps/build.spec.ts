import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../options.mjs';
import { buildEnvironment } from './build.mjs';

it('keeps the Node it runs under first on the path of builds, past what Nx takes off it', () => {
  const kept = (buildEnvironment().PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(path.join(ROOT, 'node_modules')));
  const first = kept.find((folder) => existsSync(path.join(folder, 'node')));
  expect(path.resolve(first ?? '')).toBe(path.dirname(process.execPath));
});
