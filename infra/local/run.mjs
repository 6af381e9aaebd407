/** `node infra/local/run.mjs FILE.ts [arguments]`: run a TypeScript program of this repository under Node 24, unbuilt. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { node24 } from './options.mjs';
import { say } from './report.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry || !existsSync(node24())) {
  say(
    entry
      ? 'The dependencies are not installed. Run npm start once, or npm ci.'
      : 'Usage: node infra/local/run.mjs FILE.ts [arguments]',
  );
  process.exit(1);
}
const hooks = fileURLToPath(new URL('./typescript-hooks.mjs', import.meta.url));
const { status } = spawnSync(node24(), ['--no-warnings', '--import', hooks, entry, ...args], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
