/** Checks the packages that run in production against the advisories of a registry. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../options.mjs';
import { judge, NotAuditedError } from './findings.mjs';

const run = promisify(execFile);
const PUBLIC = 'https://registry.npmjs.org/';
const GRAVE = ['high', 'critical'];
/**
 * Its weakness has been known since 2021. A registry that does not report it has no advisories, whatever it answers.
 */
export const KNOWN = { name: 'lodash', version: '4.17.15' };

/**
 * Asks the registry that npm is set up with, then the public one; the first that knows anything counts.
 * @param {{ folder?: string, registries?: string[] }} [options] folder: where the lock file lies
 * @returns {Promise<string>} what is weak and was accepted; empty when there is nothing
 * @throws {NotAuditedError} when no registry keeps a list
 * @throws {Error} naming packages with weaknesses of grade high or critical
 */
export async function auditPackages({ folder = ROOT, registries } = {}) {
  const silent = [];
  for (const registry of registries ?? (await configuredAndPublic())) {
    const reason = await whyUnbelieved(registry);
    if (reason) {
      silent.push(reason);
      continue;
    }
    const answer = await advisoriesOf(folder, registry);
    if (!answer.vulnerabilities) throw new NotAuditedError(String(answer.message));
    return judge(graveIn(answer.vulnerabilities));
  }
  throw new NotAuditedError([...new Set(silent)].join('; '));
}

async function configuredAndPublic() {
  const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: ROOT });
  return [...new Set([stdout.trim(), PUBLIC])];
}

/** @param {string} registry @returns {Promise<string | undefined>} why its answers say nothing */
async function whyUnbelieved(registry) {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdout-audit-'));
  try {
    writePlanted(folder, KNOWN);
    const { vulnerabilities, message } = await advisoriesOf(folder, registry);
    if (!vulnerabilities) return message;
    if (vulnerabilities[KNOWN.name]) return undefined;
    return `the registry answers, and knows of no weakness of ${KNOWN.name} ${KNOWN.version}, so of none`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A project that depends on one package, not installed.
 * @param {string} folder @param {{ name: string, version: string }} wanted
 */
export function writePlanted(folder, { name, version }) {
  const root = { name: 'planted', version: '1.0.0', dependencies: { [name]: version } };
  const packages = { '': root, [`node_modules/${name}`]: { version } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(root));
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ ...root, lockfileVersion: 3, packages }),
  );
}

/**
 * @typedef {{ title: string, url: string, severity: string }} Advisory
 * @typedef {Record<string, { via: (Advisory | string)[], range: string }>} Vulnerabilities
 */

/**
 * @param {string} folder @param {string} registry
 * @returns {Promise<{ vulnerabilities?: Vulnerabilities, message?: string }>}
 */
async function advisoriesOf(folder, registry) {
  // Ends with 1 when there are weaknesses, and when nobody answers.
  const { stdout, stderr } = await run(
    'npm',
    ['audit', '--json', '--omit=dev', '--package-lock-only', '--registry', registry],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error) => error);
  try {
    const answer = JSON.parse(stdout);
    return answer.vulnerabilities
      ? answer
      : { message: answer.message ?? answer.error?.summary ?? 'npm gave no answer' };
  } catch {
    return { message: stderr?.trim().split('\n').at(-1) || 'npm said nothing' };
  }
}

/** @param {Vulnerabilities} vulnerabilities */
function graveIn(vulnerabilities) {
  return Object.entries(vulnerabilities).flatMap(([name, { via, range }]) =>
    via
      // A name stands for a weakness of what this package depends on, which has an entry of its own.
      .filter((advisory) => typeof advisory !== 'string')
      .filter(({ severity }) => GRAVE.includes(severity))
      .map(({ title, url }) => ({ name, version: range, weakness: `${url.split('/').at(-1)} (${title})` })),
  );
}
