/** Builds the grading images that are missing: a Debian base, `light` for students' code, `scorer` for ours. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BASE, buildImage, ensureBase, proxySettings } from './base-image.mjs';
import { addressOf, call, callJson, EngineError } from './docker-api.mjs';
import { ensureEngine } from './engine.mjs';
import { packageIndexFiles } from './package-index.mjs';
import { tarOf } from './tar.mjs';

const GRADERS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../graders');
const LABEL = 'dev.holdout.inputs';

/** @typedef {{ name: string, content: Buffer }} ContextFile */

/**
 * Make sure the images exist.
 * @param {{ dockerHost?: string, log?: (line: string) => void, extra?: string[], renew?: boolean }} [options] extra: further
 *   images to build on demand, by the name of their Dockerfile ("torch-cpu"); renew: build all anew, with Debian's updates of today
 * @returns {Promise<Record<string, string> & { light: string, scorer: string }>} image ids ("sha256:…")
 * @throws {EngineError} with what failed and what to do
 */
export async function ensureImages({ dockerHost, log = () => {}, extra = [], renew = false } = {}) {
  const address = addressOf(dockerHost ?? (await ensureEngine({ log })).dockerHost);
  const timed = timer(log);
  const base = () => ensureBase(address, timed, { renew });
  const light = await ensureImage(address, 'light', lightContext(), base, timed, { renew });
  const scorer = await ensureImage(address, 'scorer', scorerContext(), async () => light, timed);
  /** @type {Record<string, string>} */
  const others = {};
  for (const name of extra) {
    others[name] = await ensureImage(address, name, extraContext(name), async () => light, timed);
  }
  return { ...others, light, scorer };
}

/** Images that only some projects need. They are large, so `npm start` builds them once everything else is running. */
export const LATER_IMAGES = ['torch-cpu', 'onnx'];

/** Images that are built only if asked for by name, for workers with GPUs: several gigabytes from a package index. */
export const GPU_IMAGES = ['torch-cuda'];

/**
 * The optional images that exist and are up to date. Builds nothing.
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
 * Returns the image whose label matches its inputs, building it if there is none.
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} name
 * @param {ContextFile[]} context
 * @param {() => Promise<string>} base
 * @param {ReturnType<typeof timer>} timed
 * @param {{ renew?: boolean }} [options] renew: built also when there is one. What is built on it follows by itself: its id is new
 */
async function ensureImage(address, name, context, base, timed, { renew = false } = {}) {
  // The scorer's parent is one of ours, so its id is an input; light's parent is Debian's, which moves on its own.
  const parent = name === 'light' ? BASE : await base();
  const inputs = hashOf(parent, context);
  const existing = await existingImage(address, name, inputs);
  if (existing && !renew) return existing;
  const from = await base();
  return timed(`image ${name}`, () => build(address, name, inputs, from, context, { renew }));
}

/**
 * @param {import('./docker-api.mjs').Address} address
 * @param {string} name
 * @param {string} inputs
 * @returns {Promise<string | undefined>} id of the image that was made from these inputs
 */
async function existingImage(address, name, inputs) {
  // Also by name, because a failed build leaves layers of its child, which inherit the parent's label.
  const existing = await callJson(
    address,
    'GET',
    `/images/json?filters=${query({ label: [`${LABEL}=${inputs}`], reference: [`holdout/${name}`] })}`,
  );
  // An image inherits its parent's label, so a layer left by a broken build could pass for its parent. The tag tells them
  // apart.
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
 * @param {{ renew: boolean }} options
 */
async function build(address, name, inputs, from, context, { renew }) {
  const [repository, tag] = [`holdout/${name}`, tagOf(inputs)];
  const settings = new URLSearchParams({
    t: `${repository}:${tag}`,
    buildargs: JSON.stringify({ BASE: from, ...proxySettings() }),
    labels: JSON.stringify({ [LABEL]: inputs }),
    rm: '1',
    forcerm: '1',
    ...(renew && { nocache: '1' }),
    // The scorer is our own files on top of `light`. It needs nothing from the network, so it gets none.
    ...(repository === 'holdout/scorer' ? { networkmode: 'none' } : {}),
  });
  try {
    const files = GPU_IMAGES.includes(name) ? [...context, ...packageIndexFiles()] : context;
    await buildImage(address, settings, tarOf(files));
  } finally {
    if (GPU_IMAGES.includes(name)) await removeStages(address);
  }
  const built = await callJson(address, 'GET', `/images/${repository}:${tag}/json`);
  await callJson(address, 'POST', `/images/${built.Id}/tag?repo=${repository}&tag=latest`);
  return String(built.Id);
}

/**
 * Removes what a build stage left: it contains the host's settings, and is as large as the image itself.
 * @param {import('./docker-api.mjs').Address} address
 */
async function removeStages(address) {
  const left = await callJson(
    address,
    'GET',
    `/images/json?filters=${query({ label: ['dev.holdout.stage'], dangling: ['true'] })}`,
  );
  // One that another build is using is kept; that build removes it.
  for (const { Id } of left) await call(address, 'DELETE', `/images/${Id}`);
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
  const [renew, extra] = [
    process.argv.includes('--renew'),
    process.argv.slice(2).filter((name) => !name.startsWith('--')),
  ];
  ensureImages({ log: console.error, extra, renew }).then(
    (images) => console.log(JSON.stringify(images)),
    (error) => {
      console.error(error instanceof EngineError ? error.message : error);
      process.exitCode = 1;
    },
  );
}
