/** Builds the grading images that are missing: a Debian base, `light` for students' code, `scorer` for ours. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';
import { addressOf, call, callJson, EngineError } from './docker-api.mjs';
import { ensureEngine } from './engine.mjs';
import { packageIndexFiles } from './package-index.mjs';
import { tarOf } from './tar.mjs';

const GRADERS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../graders');
const BASE = 'holdout/base:trixie';
const REGISTRY_BASE = { image: 'debian', tag: 'trixie-slim' };
const LABEL = 'dev.holdout.inputs';
const PULL_IDLE_MS = 10_000;

/** @typedef {{ name: string, content: Buffer }} ContextFile */

/**
 * Make sure the images exist.
 * @param {{ dockerHost?: string, log?: (line: string) => void, extra?: string[] }} [options] extra: further images to
 *   build on demand, by the name of their Dockerfile ("torch-cpu")
 * @returns {Promise<Record<string, string> & { light: string, scorer: string }>} image ids ("sha256:…")
 * @throws {EngineError} with what failed and what to do
 */
export async function ensureImages({ dockerHost, log = () => {}, extra = [] } = {}) {
  const address = addressOf(dockerHost ?? (await ensureEngine({ log })).dockerHost);
  const timed = timer(log);
  const light = await ensureImage(address, 'light', lightContext(), () => ensureBase(address, timed), timed);
  const scorer = await ensureImage(address, 'scorer', scorerContext(), async () => light, timed);
  /** @type {Record<string, string>} */
  const others = {};
  for (const name of extra) {
    others[name] = await ensureImage(address, name, extraContext(name), async () => light, timed);
  }
  return { ...others, light, scorer };
}

/** Images that only some projects need. They are large, so `npm start` builds them when everything else already runs. */
export const LATER_IMAGES = ['torch-cpu', 'onnx'];

/** Those that are built only by their name, for workers with GPUs: several gigabytes from a package index. */
export const GPU_IMAGES = ['torch-cuda'];

/**
 * Those of the further images that are here and up to date. Builds nothing.
 * @param {{ dockerHost: string, light: string, names?: string[] }} options light: the id of their parent
 * @returns {Promise<Record<string, string>>} image ids by name
 */
export async function findImages({ dockerHost, light, names = [...LATER_IMAGES, ...GPU_IMAGES] }) {
  const address = addressOf(dockerHost);
  const found = await Promise.all(
    names.map(async (name) => {
      const id = await existingImage(address, name, hashOf(light, extraContext(name)));
      return id ? [[name, id]] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/**
 * Return the image whose label matches its inputs, building it when there is none.
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} name
 * @param {ContextFile[]} context
 * @param {() => Promise<string>} base
 * @param {ReturnType<typeof timer>} timed
 */
async function ensureImage(address, name, context, base, timed) {
  // The scorer's parent is one of ours, so its id is an input; light's parent is Debian's, which moves on its own.
  const parent = name === 'light' ? BASE : await base();
  const inputs = hashOf(parent, context);
  const existing = await existingImage(address, name, inputs);
  if (existing) return existing;
  const from = await base();
  return timed(`image ${name}`, () => build(address, name, inputs, from, context));
}

/**
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} name
 * @param {string} inputs
 * @returns {Promise<string | undefined>} id of the image that was made from these inputs
 */
async function existingImage(address, name, inputs) {
  // By name as well: a build that failed leaves layers of its child, which inherit the parent's label.
  const existing = await callJson(
    address,
    'GET',
    `/images/json?filters=${query({ label: [`${LABEL}=${inputs}`], reference: [`holdout/${name}`] })}`,
  );
  // An image inherits its parent's label, so a layer that a broken build left would pass for its parent: the tag tells.
  const own = existing.find((/** @type {{ RepoTags?: string[] | null }} */ { RepoTags }) =>
    RepoTags?.includes(`holdout/${name}:${tagOf(inputs)}`),
  );
  return own && String(own.Id);
}

/** @param {string} inputs */
function tagOf(inputs) {
  return inputs.slice(0, 12);
}

/**
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} name
 * @param {string} inputs
 * @param {string} from
 * @param {ContextFile[]} context
 */
async function build(address, name, inputs, from, context) {
  const [repository, tag] = [`holdout/${name}`, tagOf(inputs)];
  const settings = new URLSearchParams({
    t: `${repository}:${tag}`,
    buildargs: JSON.stringify({ BASE: from, ...proxySettings() }),
    labels: JSON.stringify({ [LABEL]: inputs }),
    rm: '1',
    forcerm: '1',
    // The scorer is our own files over `light`: nothing is fetched, so nothing may be.
    ...(repository === 'holdout/scorer' ? { networkmode: 'none' } : {}),
  });
  let output = '';
  /** @type {string | undefined} */
  let failure;
  const { status, body } = await call(address, 'POST', `/build?${settings}`, {
    body: tarOf(GPU_IMAGES.includes(name) ? [...context, ...packageIndexFiles()] : context),
    headers: { 'Content-Type': 'application/x-tar' },
    onLine: (line) => {
      if (typeof line.stream === 'string') output = (output + line.stream).slice(-3_000);
      if (typeof line.error === 'string') failure = line.error;
    },
  });
  if (GPU_IMAGES.includes(name)) await removeStages(address);
  if (status !== 200 || failure) {
    const tail = output.trimEnd().split('\n').slice(-12).join('\n');
    throw new EngineError(`The image ${repository} could not be built: ${failure ?? body}\n${tail}`, status);
  }
  const built = await callJson(address, 'GET', `/images/${repository}:${tag}/json`);
  await callJson(address, 'POST', `/images/${built.Id}/tag?repo=${repository}&tag=latest`);
  return String(built.Id);
}

/**
 * What a stage left knows the host's settings, and is as large as what it hands on.
 * @param {import('./docker-api.mjs').Address} address
 */
async function removeStages(address) {
  const left = await callJson(
    address,
    'GET',
    `/images/json?filters=${query({ label: ['dev.holdout.stage'], dangling: ['true'] })}`,
  );
  // One that another build needs right now stays: its own end removes it.
  for (const { Id } of left) await call(address, 'DELETE', `/images/${Id}`);
}

/** Proxy variables are known to the builder and are not kept in the image. */
function proxySettings() {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/**
 * The Debian base: already here, from a registry, or made from Debian's packages.
 * @param {import('./docker-api.mjs').Address} address
 * @param {ReturnType<typeof timer>} timed
 */
async function ensureBase(address, timed) {
  const { status } = await call(address, 'GET', `/images/${BASE}/json`);
  if (status === 200) return BASE;
  const [repo, tag] = BASE.split(':');
  if (await pull(address)) {
    const source = `${REGISTRY_BASE.image}:${REGISTRY_BASE.tag}`;
    await callJson(address, 'POST', `/images/${source}/tag?repo=${repo}&tag=${tag}`);
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
  // A killed attempt leaves its tree; one of a fixed name can be cleared by the next.
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

/** The mirrors this machine uses already, when it is a Debian. */
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

/** @returns {ContextFile[]} */
function lightContext() {
  return [
    file('images/light.Dockerfile', 'Dockerfile'),
    ...filesBelow('images/supervisor', (name) => name.endsWith('.py')).map((name) =>
      file(name, name.replace('images/', '')),
    ),
  ];
}

/**
 * The Dockerfile, for `onnx` the platform's own programs, and for GPUs the pinned packages.
 * @param {string} name
 * @returns {ContextFile[]}
 */
function extraContext(name) {
  const programs = name === 'onnx' ? 'images/runner/holdout_runner' : null;
  return [
    file(`images/${name}.Dockerfile`, 'Dockerfile'),
    ...(GPU_IMAGES.includes(name) ? [file(`images/${name}.txt`, `${name}.txt`)] : []),
    ...(programs ? filesBelow(programs, (each) => each.endsWith('.py')) : []).map((each) =>
      file(each, each.replace('images/', '')),
    ),
  ];
}

/**
 * Only code: never a dataset, a reference solution or a fixture.
 * @returns {ContextFile[]}
 */
function scorerContext() {
  const own = ['scorer/holdout_scorer', 'scorer/holdout_driver'].flatMap((folder) =>
    filesBelow(folder, (name) => name.endsWith('.py')),
  );
  const custom = readdirSync(GRADERS)
    .map((slug) => `${slug}/score.py`)
    .filter((name) => existsSync(path.join(GRADERS, name)));
  return [
    file('images/scorer.Dockerfile', 'Dockerfile'),
    ...own.map((name) => file(name, `content/${name}`)),
    ...custom.map((name) => file(name, `content/graders/${name}`)),
  ];
}

/** @param {string} source @param {string} name @returns {ContextFile} */
function file(source, name) {
  return { name, content: readFileSync(path.join(GRADERS, source)) };
}

/** @param {string} folder @param {(name: string) => boolean} accepts @returns {string[]} */
function filesBelow(folder, accepts) {
  return readdirSync(path.join(GRADERS, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(name, accepts) : accepts(name) ? [name] : [];
    })
    .sort();
}

/** @param {string} base @param {ContextFile[]} context */
function hashOf(base, context) {
  const hash = createHash('sha256').update(`${base}\n`);
  for (const { name, content } of context) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

/** @param {unknown} value */
function query(value) {
  return encodeURIComponent(JSON.stringify(value));
}

/** @param {(line: string) => void} log */
function timer(log) {
  /** @template T @param {string} step @param {() => Promise<T>} work @returns {Promise<T>} */
  return async (step, work) => {
    const started = Date.now();
    const result = await work();
    log(`${step}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureImages({ log: console.error, extra: process.argv.slice(2) }).then(
    (images) => console.log(JSON.stringify(images)),
    (error) => {
      console.error(error instanceof EngineError ? error.message : error);
      process.exitCode = 1;
    },
  );
}
