/** What tests need from the machine, fetched from Debian packages if it is missing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, canInstall } from '../apt.mjs';
import { ensureEngine } from '../engine.mjs';
import { ensureImages } from '../images.mjs';
import { StartError } from '../report.mjs';

/** @type {Map<string, Promise<{ dockerHost: string, images: Record<string, string> }>>} */
const prepared = new Map();

/**
 * The container engine and the grading images.
 * @param {string[]} [extra] further images by the name of their Dockerfile
 */
export function needGrading(extra = []) {
  const key = extra.join(' ');
  const known = prepared.get(key);
  if (known) return known;
  const made = prepare(extra);
  prepared.set(key, made);
  return made;
}

/** @param {string[]} extra */
async function prepare(extra) {
  const { dockerHost } = await ensureEngine();
  return { dockerHost, images: await ensureImages({ dockerHost, extra }) };
}

/** Everything that the suites of `npm test` need. */
export async function fetchPrerequisites() {
  await needGrading(['checks', 'onnx']);
  await needRedis();
  await needChromium();
}

/** @returns {Promise<string>} path of redis-server */
export function needRedis() {
  return needProgram('redis-server', 'redis-server');
}

/** @returns {Promise<string>} path of faketime, whose library gives programs clocks of their own */
export function needFaketime() {
  return needProgram('faketime', 'faketime');
}

/**
 * The browser. Chromium's headless shell loads a page in two thirds of the processor time of full Chromium. The
 * latter is used if it is installed and nothing else can be.
 * @returns {Promise<string>} path
 */
export async function needChromium() {
  const shell = 'chromium-headless-shell';
  const other = !find(shell) && !canInstall() ? find('chromium') : undefined;
  return other ?? needProgram(shell, shell);
}

/** @returns {Promise<string>} path of a scanner of web applications */
export function needWapiti() {
  return needProgram('wapiti', 'wapiti');
}

/** @returns {Promise<string>} path of the program that checks Prometheus rules */
export function needPromtool() {
  return needProgram('promtool', 'prometheus');
}

/** @returns {Promise<string>} path of Prometheus */
export function needPrometheus() {
  return needProgram('prometheus', 'prometheus');
}

/** @param {string} program @param {string} debianPackage */
async function needProgram(program, debianPackage) {
  const found = find(program);
  if (found) return found;
  if (!canInstall())
    throw new StartError(
      `The tests need ${program}. Install it (Debian: apt-get install ${debianPackage}) and run npm test again.`,
    );
  await aptInstall([debianPackage]);
  const installed = find(program);
  if (!installed)
    throw new StartError(`The package ${debianPackage} was installed, but ${program} is not on the path.`);
  return installed;
}

/** @param {string} program */
function find(program) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin'];
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}
