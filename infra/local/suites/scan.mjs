/** A scan of the whole deployment by Debian's wapiti, signed in as a student. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { needWapiti } from './prerequisites.mjs';

/**
 * The attacks tried on every page, parameter and form. Modules that look for files by name are left out, because one
 * of our pages answers to many names.
 */
const MODULES =
  'csp,http_headers,cookieflags,crlf,redirect,xss,permanentxss,exec,file,sql,blindsql,ssrf,xxe,csrf,methods,htaccess,shellshock';
const SCAN_SECONDS = 60;
const ATTACK_SECONDS = 30;
/** Pages that the crawler must have seen for a scan to count. */
const LEAST_PAGES = 15;
/** Reported findings that are intended. */
const ACCEPTED = [
  // A header for obsolete browsers; the content security policy replaces it.
  /^X-XSS-Protection is not set$/,
  // Sent over TLS only, which this deployment does not have.
  /^Strict-Transport-Security is not set$/,
];

/**
 * @param {string} url of a deployment with the demo accounts
 * @param {string} logFile
 * @throws {Error} naming what was found
 */
export async function scan(url, logFile) {
  const wapiti = await needWapiti();
  rmSync(logFile, { force: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdout-scan-'));
  const report = path.join(folder, 'report.json');
  try {
    await runCommand(
      wapiti,
      [
        '-u',
        `${url}/`,
        '--scope',
        'folder',
        '-d',
        '3',
        '--max-links-per-page',
        '20',
        '-v',
        '1',
        '--max-scan-time',
        String(SCAN_SECONDS),
        '--max-attack-time',
        String(ATTACK_SECONDS),
        '-H',
        `Cookie: ${await signIn(url)}`,
        '-m',
        MODULES,
        '--store-session',
        folder,
        '--no-bugreport',
        '-f',
        'json',
        '-o',
        report,
      ],
      { cwd: folder, env: process.env, logFile, label: 'wapiti' },
    );
    judge(JSON.parse(readFileSync(report, 'utf8')), pagesIn(readFileSync(logFile, 'utf8'), url));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {Record<string, { info: string, path: string }[]>} Findings
 * @param {{ vulnerabilities: Findings, anomalies: Findings }} report
 * @param {Set<string>} pages
 */
function judge({ vulnerabilities, anomalies }, pages) {
  // Only users who are signed in can see this page.
  if (pages.size < LEAST_PAGES || !pages.has('/notifications'))
    throw new Error(`The scan saw ${pages.size} pages only: ${[...pages].slice(0, 20).join(' ')}`);
  const found = [vulnerabilities, anomalies]
    .flatMap((kinds) => Object.entries(kinds))
    .flatMap(([kind, findings]) => findings.map(({ info, path: where }) => ({ kind, info, where })))
    .filter(({ info }) => !ACCEPTED.some((accepted) => accepted.test(info)));
  if (found.length === 0) return;
  throw new Error(
    `The scan found:\n${found.map(({ kind, info, where }) => `  ${kind} at ${where}: ${info}`).join('\n')}`,
  );
}

/** @param {string} output @param {string} url */
function pagesIn(output, url) {
  const addresses = [...output.matchAll(/^\[\+\] GET (\S+) \(\d+\)$/gm)].map(([, address]) =>
    String(address),
  );
  return new Set(
    addresses
      .filter((address) => address.startsWith(url) && !address.includes('/_next/'))
      .map((address) => new URL(address).pathname),
  );
}

/** @param {string} url */
async function signIn(url) {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'student@demo.holdout', password: 'holdout-demo' }),
  });
  if (!answer.ok) throw new Error(`The scan could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
