/** Lints all Python and checks its format, each file by its nearest configuration, with Ruff's build for Node. */
import { readFileSync, readdirSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { parse } from 'smol-toml';
import { ROOT } from '../options.mjs';

const isFixing = process.argv.includes('--fix');
/** @type {string[]} */
const problems = [];
/** @type {Map<string, Workspace>} */
const workspaces = new Map();

for (const file of [...pythonBelow('graders'), ...pythonBelow('test/verifier')]) {
  const workspace = workspaceFor(file);
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const { code, message, start_location: at } of workspace.check(text)) {
    problems.push(`${file}:${at.row}:${at.column} ${code ?? 'syntax'} ${message}`);
  }
  const formatted = workspace.format(text);
  if (formatted === text) continue;
  if (isFixing) writeFileSync(path.join(ROOT, file), formatted);
  else problems.push(`${file} is not formatted. Run: npm run format`);
}
if (problems.length > 0) {
  process.stdout.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}

/** @param {string} file */
function workspaceFor(file) {
  const { ruff, base } = nearestConfiguration(path.dirname(file));
  const relative = path.relative(base, file);
  // This build of Ruff does not know file paths, so exceptions by path are applied here.
  const exceptions = Object.entries(ruff.lint?.['per-file-ignores'] ?? {})
    .filter(([pattern]) => path.matchesGlob(relative, pattern))
    .flatMap(([, codes]) => codes);
  const { 'per-file-ignores': _unused, ...lint } = ruff.lint ?? {};
  const packages = existsSync(path.join(ROOT, base)) ? readdirSync(path.join(ROOT, base)) : [];
  const isort = { 'known-first-party': packages.map((name) => name.replace(/\.py$/, '')), ...lint.isort };
  const options = { ...ruff, lint: { ...lint, isort, ignore: [...(lint.ignore ?? []), ...exceptions] } };
  const key = JSON.stringify(options);
  const workspace = workspaces.get(key) ?? new Workspace(options, PositionEncoding.Utf16);
  workspaces.set(key, workspace);
  return workspace;
}

/**
 * @param {string} folder
 * @returns {{ ruff: any, base: string }}
 */
function nearestConfiguration(folder) {
  for (const [name, pick] of /** @type {const} */ ([
    ['ruff.toml', (/** @type {any} */ toml) => toml],
    ['pyproject.toml', (/** @type {any} */ toml) => toml.tool?.ruff],
  ])) {
    const file = path.join(ROOT, folder, name);
    if (!existsSync(file)) continue;
    const ruff = pick(parse(readFileSync(file, 'utf8')));
    if (ruff) return { ruff, base: folder };
  }
  if (folder === '.') throw new Error('No Ruff configuration was found.');
  return nearestConfiguration(path.dirname(folder));
}

/** @param {string} folder @returns {string[]} */
function pythonBelow(folder) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '__pycache__' ? [] : pythonBelow(name);
    return name.endsWith('.py') ? [name] : [];
  });
}
