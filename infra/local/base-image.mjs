/** The Debian that every grading image starts from, and how an image is built. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { call, callJson, EngineError } from './docker-api.mjs';
import { tarOf } from './tar.mjs';

export const BASE = 'holdout/base:trixie';
const REGISTRY_BASE = { image: 'debian', tag: 'trixie-slim' };
const PULL_IDLE_MS = 10_000;

/** @typedef {<T>(step: string, work: () => Promise<T>) => Promise<T>} Timed */

/**
 * The base: already here, from a registry, or made from Debian's packages. Either way it has all updates of the day.
 * @param {import('./docker-api.mjs').Address} address
 * @param {Timed} timed
 * @param {{ renew?: boolean }} [options] renew: made anew, also where there is one
 * @returns {Promise<string>} its name
 */
export async function ensureBase(address, timed, { renew = false } = {}) {
  const { status } = await call(address, 'GET', `/images/${BASE}/json`);
  if (status === 200 && !renew) return BASE;
  const [repo, tag] = BASE.split(':');
  if (await pull(address)) {
    await timed('image base', () => updated(address, `${REGISTRY_BASE.image}:${REGISTRY_BASE.tag}`));
    return BASE;
  }
  await timed('image base (no registry answers: made from Debian packages)', () =>
    bootstrap(address, `${repo}`, `${tag}`),
  );
  return BASE;
}

/** @param {import('./docker-api.mjs').Address} address */
async function pull(address) {
  let failed = false;
  try {
    const settings = new URLSearchParams({ fromImage: REGISTRY_BASE.image, tag: REGISTRY_BASE.tag });
    const { status } = await call(address, 'POST', `/images/create?${settings}`, {
      idleMs: PULL_IDLE_MS,
      onLine: (line) => (failed ||= 'error' in line),
    });
    return status === 200 && !failed;
  } catch (error) {
    if (error instanceof EngineError) return false; // a registry that does not answer in time
    throw error;
  }
}

/**
 * A registry's image may be weeks old.
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} source
 */
async function updated(address, source) {
  const dockerfile = [
    `FROM ${source}`,
    'RUN apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \\',
    ' && DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 upgrade -qy --no-install-recommends \\',
    ' && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*',
  ].join('\n');
  const settings = new URLSearchParams({ t: BASE, buildargs: JSON.stringify(proxySettings()), nocache: '1', rm: '1', forcerm: '1' }); // prettier-ignore
  await buildImage(address, settings, tarOf([{ name: 'Dockerfile', content: Buffer.from(dockerfile) }]));
}

/**
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} repo
 * @param {string} tag
 */
async function bootstrap(address, repo, tag) {
  if (!existsSync('/usr/bin/mmdebstrap')) {
    if (!canInstall()) {
      throw new EngineError(
        `No container registry answers and the base image cannot be made here. Either run "docker pull debian:trixie-slim" ` +
          'where a registry can be reached, or install mmdebstrap (Debian or Ubuntu), and try again.',
      );
    }
    await aptInstall(['mmdebstrap', 'debian-archive-keyring']);
  }
  // A killed attempt leaves its files; because the name is fixed, the next attempt can delete them.
  const scratch = path.join(os.tmpdir(), 'holdout-base');
  execFileSync('rm', ['-rf', '--one-file-system', scratch]);
  mkdirSync(scratch, { recursive: true });
  const { archive, security } = mirrors();
  const child = spawn(
    'mmdebstrap',
    [
      '--variant=minbase', '--quiet', '--aptopt=Acquire::Languages "none"', '--dpkgopt=force-unsafe-io',
      ...['doc', 'man', 'locale', 'info'].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`),
      'trixie', '-', `deb ${archive} trixie main`, `deb ${archive} trixie-updates main`,
      `deb ${security} trixie-security main`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: scratch } },
  ); // prettier-ignore
  let tail = '';
  child.stderr.on('data', (chunk) => (tail = (tail + chunk).slice(-2_000)));
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new EngineError(`mmdebstrap failed:\n${tail.trimEnd()}`)),
    );
  });
  // The engine names the image only after the whole stream arrived, and a failed run is untagged below.
  const importing = callJson(address, 'POST', `/images/create?fromSrc=-&repo=${repo}-unfinished&tag=${tag}`, {
    body: child.stdout,
    headers: { 'Content-Type': 'application/x-tar' },
    onLine: () => {},
  });
  await Promise.all([ended, importing]);
  await callJson(address, 'POST', `/images/${repo}-unfinished:${tag}/tag?repo=${repo}&tag=${tag}`);
  await callJson(address, 'DELETE', `/images/${repo}-unfinished:${tag}`);
}

/** The mirrors that this machine already uses, if it runs Debian. */
function mirrors() {
  const folder = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []),
  ];
  const text = files
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const urls = [...text.matchAll(/^(?:deb\s+(?:\[[^\]]*\]\s+)?|URIs:\s*)(https?:\/\/\S+)/gm)].map((match) =>
    match[1]?.replace(/\/$/, ''),
  );
  return {
    archive: urls.find((url) => url?.endsWith('/debian')) ?? 'http://deb.debian.org/debian',
    security:
      urls.find((url) => url?.endsWith('/debian-security')) ?? 'http://security.debian.org/debian-security',
  };
}

/**
 * @param {import('./docker-api.mjs').Address} address
 * @param {URLSearchParams} settings as the engine takes them
 * @param {Buffer} context a tar
 * @throws {EngineError} with the end of what the build said
 */
export async function buildImage(address, settings, context) {
  let output = '';
  /** @type {string | undefined} */
  let failure;
  const { status, body } = await call(address, 'POST', `/build?${settings}`, {
    body: context,
    headers: { 'Content-Type': 'application/x-tar' },
    onLine: (line) => {
      if (typeof line.stream === 'string') output = (output + line.stream).slice(-3_000);
      if (typeof line.error === 'string') failure = line.error;
    },
  });
  if (status === 200 && !failure) return;
  const tail = output.trimEnd().split('\n').slice(-12).join('\n');
  throw new EngineError(
    `The image ${settings.get('t')} could not be built: ${failure ?? body}\n${tail}`,
    status,
  );
}

/** Proxy variables are known to the builder and are not kept in the image. */
export function proxySettings() {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
