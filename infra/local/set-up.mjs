/**
 * The first steps of `npm start`. Plain JavaScript for Node 18 without dependencies: it checks the machine, installs the packages and sees to
 * the engine and the grading images side by side, then hands over to main.mjs under Node 24.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopCommands } from './command.mjs';
import { ensureEngine } from './engine.mjs';
import { ensureImages, findImages } from './images.mjs';
import { claimInstance, endLeftovers, recordMember, releaseInstance } from './instance.mjs';
import { node24, readOptions, USAGE } from './options.mjs';
import { explain, say, step } from './report.mjs';
import { installDependencies, isInstalled } from './steps/dependencies.mjs';
import { checkDisk, checkPort, logFolder } from './steps/preflight.mjs';

const INTERRUPTED = 130;
/** @type {import('node:child_process').ChildProcess | undefined} */
let main;
let dataDir = '';

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (main) return void main.kill('SIGTERM'); // it ends what it started, and then we end with it
    leave(INTERRUPTED);
  });
}

process.on('uncaughtException', (error) => {
  say(`\n${explain(error)}`);
  if (main) return void main.kill('SIGTERM');
  leave(1);
});

try {
  const startedAt = Date.now();
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    say(USAGE);
    process.exit(0);
  }
  checkDisk(options.dataDir);
  await claimInstance(options.dataDir, say);
  dataDir = options.dataDir;
  await checkPort(options.port, options.host);

  const grading = prepareGrading();
  const dependencies = isInstalled()
    ? Promise.resolve()
    : step('dependencies (npm ci)', () => {
        const note = (/** @type {number} */ pid) => recordMember(dataDir, 'npm ci', pid);
        return installDependencies(path.join(logFolder(dataDir), 'npm.log'), note);
      });
  await Promise.race([dependencies, grading.then(() => dependencies)]);
  leave(await runMain(grading, startedAt));
} catch (error) {
  say(`\n${explain(error)}`);
  leave(1);
}

async function prepareGrading() {
  const { dockerHost } = await step('container engine', (log) => ensureEngine({ log }));
  const images = await step('grading images', (log) => ensureImages({ log, dockerHost }));
  return { dockerHost, images: { ...images, ...(await findImages({ dockerHost, light: images.light })) } };
}

/**
 * @param {ReturnType<typeof prepareGrading>} grading
 * @param {number} startedAt
 * @returns {Promise<number>} exit code
 */
function runMain(grading, startedAt) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main.mjs');
  const child = spawn(node24(), [file, ...process.argv.slice(2)], {
    // Its own process group: Ctrl-C arrives here and is passed on once. The channel tells it when we are gone.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, HOLDOUT_DATA: dataDir, HOLDOUT_STARTED_AT: String(startedAt) },
  });
  main = child;
  if (child.pid !== undefined) recordMember(dataDir, 'main', child.pid);
  const send = (/** @type {unknown} */ message) =>
    child.connected && child.send(/** @type {object} */ (message));
  grading.then(
    (ready) => send({ grading: ready }),
    (error) => send({ failure: explain(error) }),
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code !== null) return resolve(code);
      say(`\nHoldout was ended by ${signal}.`);
      void endLeftovers(dataDir).then(() => resolve(1), reject);
    });
  });
}

/** @param {number} code */
function leave(code) {
  stopCommands();
  if (dataDir) releaseInstance(dataDir);
  process.exit(code);
}
