/** Builds what changed. Nx knows what that is, and a stamp over all sources saves even asking Nx. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';

const FOLDERS = ['libs', 'apps', 'prisma'];
const FILES = ['package-lock.json', 'nx.json', 'tsconfig.base.json', '.swcrc'];
const SKIPPED = new Set(['node_modules', 'dist', '.next', 'generated', '.swc']);

/**
 * @typedef {'server' | 'web'} Part server: libs, api, worker, cli; web: the Next.js app, by far the longest build
 * @param {Part} part
 * @param {string} logFile
 * @returns {Promise<boolean>} false when everything was up to date
 */
export async function build(part, logFile) {
  const stampFile = path.join(ROOT, `node_modules/.cache/holdout/build-${part}`);
  const stamp = sourceStamp(part);
  const outputs =
    part === 'web'
      ? ['apps/web/.next/BUILD_ID']
      : ['apps/api/dist/main.js', 'apps/worker/dist/main.js', 'apps/admin/dist/main.js'];
  const isBuilt = outputs.every((output) => existsSync(path.join(ROOT, output)));
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  const projects = part === 'web' ? ['--projects=@holdout/web'] : ['--exclude=@holdout/web'];
  await runCommand(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '-t',
      'build',
      ...projects,
      '--output-style=stream',
    ],
    {
      cwd: ROOT,
      env: buildEnvironment(),
      logFile,
      label: `building ${part === 'web' ? 'the web app' : 'api, worker and libraries'}`,
    },
  );
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** Node 24 first on the path; no daemon, no cloud, no telemetry. @returns {NodeJS.ProcessEnv} */
export function buildEnvironment() {
  // Nx removes everything that begins with <root>/node_modules from the path, and an older system-wide Node would then
  // build. The dot prevents that.
  const node = path.dirname(process.execPath).replace(`${ROOT}/node_modules`, `${ROOT}/./node_modules`);
  return {
    ...process.env,
    PATH: `${node}:${process.env.PATH}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    FORCE_COLOR: '0',
  };
}

/** @param {Part} part */
function sourceStamp(part) {
  const hash = createHash('sha256').update(process.version);
  const isOurs = (/** @type {string} */ file) => part === 'web' || !file.startsWith('apps/web/');
  for (const file of [...FILES, ...FOLDERS.flatMap(sourcesBelow)].filter(isOurs)) {
    hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function sourcesBelow(folder) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name) && entry.name !== 'next-env.d.ts')
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? sourcesBelow(name) : entry.isFile() ? [name] : [];
    })
    .sort();
}
