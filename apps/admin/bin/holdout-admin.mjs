#!/usr/bin/env node
// Plain JavaScript that an old Node can read too: it only finds the right Node and the built program.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const app = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = path.join(app, 'dist/main.js');
const node24 = path.resolve(app, `../../node_modules/node-linux-${process.arch}/bin/node`);

if (!existsSync(program)) {
  console.error('Holdout is not built yet. Run npm start in the checkout first.');
  process.exitCode = 1;
} else {
  const node = existsSync(node24) ? node24 : process.execPath;
  const { status } = spawnSync(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
