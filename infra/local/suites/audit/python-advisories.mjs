/** What we pin of PyPI, against the advisories that it keeps (or OSV does), asked with PyPA's pip-audit. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { aptInstall, canInstall } from '../../apt.mjs';
import { runCommand } from '../../command.mjs';
import { ROOT } from '../../options.mjs';
import { RCLONE } from '../rclone.mjs';
import { judge, NotAuditedError } from './findings.mjs';

const run = promisify(execFile);
const VERSION = '2.10.1';
const FOLDER = path.join(ROOT, `node_modules/.cache/pip-audit-${VERSION}`);
/** Its weaknesses have been known for ten years. An index that does not report them has no advisories. */
const KNOWN = { name: 'jinja2', version: '2.4.1' };
/** Where to ask; the first that has any data counts. */
const SERVICES = [['--vulnerability-service', 'pypi'], ['--vulnerability-service', 'osv']]; // prettier-ignore

/** @typedef {{ name: string, version: string }} Pin */

/**
 * @param {{ pins?: Pin[], services?: string[][] }} [options] services: arguments of pip-audit
 * @returns {Promise<string>} what was audited
 * @throws {NotAuditedError} when nobody keeps a list
 * @throws {Error} naming pins with known weaknesses
 */
export async function auditPins({ pins = ourPins(), services = SERVICES } = {}) {
  const python = await needPipAudit();
  const silent = [];
  for (const service of services) {
    const answer = await askAbout(python, [KNOWN, ...pins], service);
    const known = answer.dependencies?.find(({ name }) => name === KNOWN.name);
    if (!known?.vulns?.length) {
      silent.push(answer.message ?? known?.skip_reason ?? `no weakness of ${KNOWN.name} is known there`);
      continue;
    }
    const ours = answer.dependencies?.filter((each) => each !== known) ?? [];
    const accepted = judge(
      ours.flatMap(({ name, version = '', vulns = [] }) =>
        vulns.map(({ id }) => ({ name, version, weakness: id })),
      ),
    );
    const unknown = ours.flatMap(({ name, skip_reason: reason }) => (reason ? [name] : []));
    return [
      `${ours.length - unknown.length} pins`,
      accepted,
      unknown.length > 0 && `not known there: ${unknown.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; ');
  }
  throw new NotAuditedError(silent.join('; '));
}

/** @returns {Pin[]} of images, and of what tests fetch */
function ourPins() {
  const images = path.join(ROOT, 'graders/images');
  return readdirSync(images)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => [...readFileSync(path.join(images, file), 'utf8').matchAll(/^([\w.-]+)==(\S+)/gm)])
    .map(([, name, version]) => ({ name: String(name), version: String(version) }))
    .concat(RCLONE);
}

/** @returns {Promise<string>} a Python that has pip-audit */
async function needPipAudit() {
  const python = path.join(FOLDER, 'bin/python3');
  if (existsSync(python)) return python;
  const partial = `${FOLDER}-${process.pid}`;
  const makeHome = () => runCommand('python3', ['-m', 'venv', partial], { label: 'python3 -m venv' });
  try {
    await makeHome().catch(async (error) => {
      if (!canInstall()) throw error;
      await aptInstall(['python3-venv']);
      await makeHome();
    });
    const wanted = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      `pip-audit==${VERSION}`,
    ];
    await runCommand(path.join(partial, 'bin/python3'), wanted, { label: 'pip install pip-audit' });
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new NotAuditedError(/** @type {Error} */ (error).message);
  }
  renameSync(partial, FOLDER);
  return python;
}

/**
 * @param {string} python @param {Pin[]} pins @param {string[]} service
 * @returns {Promise<{ dependencies?: { name: string, version?: string, vulns?: { id: string }[], skip_reason?: string }[], message?: string }>}
 */
async function askAbout(python, pins, service) {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdout-audit-'));
  const file = path.join(folder, 'pins.txt');
  writeFileSync(file, pins.map(({ name, version }) => `${name}==${version}\n`).join(''));
  const options = ['--no-deps', '--disable-pip', '--format', 'json', '--progress-spinner', 'off'];
  // Ends with 1 when there are weaknesses.
  const { stdout, stderr } = await run(
    python,
    ['-m', 'pip_audit', '--requirement', file, ...options, ...service],
    { maxBuffer: 64 * 1024 * 1024 },
  ).catch((error) => error);
  rmSync(folder, { recursive: true, force: true });
  try {
    return JSON.parse(stdout);
  } catch {
    const last = (stderr ?? '').trim().split('\n').at(-1) ?? '';
    return { message: last.slice(0, 300) || 'pip-audit said nothing' };
  }
}
