/** Checks our dashboards against the schema in Grafana's own package, because no package registry has its server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { buildEnvironment } from '../steps/build.mjs';

const PACKAGE = '@grafana/schema';
const VERSION = '13.2.3';
const INTEGRITY =
  'sha512-rk8FEO7yuFfRTK/JD39747SZFQ+iCTQbpm6Mh2OjnqGx/g/uQQFx56t64eCLXWEyoR68ru4cigcGKrXk+ozrLg==';
const FOLDER = path.join(ROOT, `node_modules/.cache/grafana-schema-${VERSION}`);
const DASHBOARDS = path.join(ROOT, 'infra/monitoring/dashboards');

/**
 * Compiles each dashboard against Grafana's types, down to the last property.
 * @param {string} logFile
 * @throws {Error} naming what does not match
 */
export async function checkDashboards(logFile) {
  fetchSchema();
  const files = readdirSync(DASHBOARDS).map((file) => {
    const checked = path.join(FOLDER, file.replace(/\.json$/, '.ts'));
    const text = readFileSync(path.join(DASHBOARDS, file), 'utf8');
    writeFileSync(
      checked,
      `import type { Dashboard } from '${PACKAGE}';\nexport const dashboard: Dashboard = ${text.trim()};\n`,
    );
    return checked;
  });
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--types', ''];
  const modules = ['--module', 'nodenext', '--target', 'es2022'];
  await runCommand(
    process.execPath,
    [path.join(ROOT, 'node_modules/typescript-native/bin/tsc'), ...options, ...modules, ...files],
    { cwd: FOLDER, env: buildEnvironment(), logFile, label: 'dashboards' },
  );
}

/** @throws {Error} when it cannot be fetched, or its digest is not the expected one */
function fetchSchema() {
  if (existsSync(FOLDER)) return;
  const partial = `${FOLDER}-${process.pid}`;
  const unpacked = path.join(partial, 'node_modules', PACKAGE);
  mkdirSync(unpacked, { recursive: true });
  const packed = run('npm', ['pack', `${PACKAGE}@${VERSION}`, '--json', '--pack-destination', partial]);
  const [{ filename, integrity }] = JSON.parse(packed);
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} ${VERSION} is not what it was: ${integrity}`);
  run('tar', ['-xzf', path.join(partial, filename), '-C', unpacked, '--strip-components', '1']);
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(partial, FOLDER);
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
