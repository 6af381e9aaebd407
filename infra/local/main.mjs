/** The second half of `npm start`, under Node 24: brings the platform up, grades the sample, and stays until told to stop. */
import { stopCommands } from './command.mjs';
import { readOptions } from './options.mjs';
import { deleteData, Platform } from './platform.mjs';
import { explain, say, seconds, StartError, step } from './report.mjs';
import { gradeSample, printResult, publishSample, writeResult } from './steps/sample.mjs';
import { printWelcome } from './steps/welcome.mjs';

process.umask(0o002); // what the worker stores stays readable to the API's user through their common group
const options = readOptions(process.argv.slice(2), process.env);
const startedAt = Number(process.env.HOLDOUT_STARTED_AT ?? Date.now());
const platform = new Platform(options);

let isLeaving = false;
for (const event of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) {
  process.on(event, () => {
    say('\nStopping; data is kept.');
    void leave(options.once ? 1 : 0);
  });
}

// Errors in callbacks of streams and timers, such as a full disk, are explained here as they are anywhere else.
process.on('uncaughtException', (error) => {
  say(`\n${explain(error)}`);
  void leave(1);
});

/** @type {Promise<import('./platform.mjs').Grading>} */
const grading = new Promise((resolve, reject) => {
  process.once('message', (/** @type {any} */ message) =>
    message.grading ? resolve(message.grading) : reject(new StartError(message.failure)),
  );
});
// Whoever awaits it reports the failure. Until then it must not end the process.
grading.catch(() => undefined);

try {
  if (options.reset) await step('delete the data of this deployment', () => deleteData(options.dataDir));
  // Without an engine nothing else is worth waiting for.
  await Promise.race([platform.start(grading), rejectionOf(grading)]);
  printWelcome(platform, options.dataDir, Date.now() - startedAt);
  const isScored = platform.isSampleDue ? await runSample() : false;
  if (options.once && !isLeaving) {
    if (platform.isLastDue)
      say('\nNot with --once: the project vision and its two images. Start without --once for them.');
    say(`\nStopping after ${seconds(Date.now() - startedAt)} in all (--once); data is kept.`);
    await leave(isScored ? 0 : 1);
  }
  if (!isLeaving) say('\nCtrl-C stops it; the data stays.');
  if (!isLeaving && platform.isLastDue) await publishLast();
} catch (error) {
  if (!isLeaving) {
    say(`\n${explain(error)}`);
    await leave(1);
  }
}

/**
 * Settles only when the promise fails.
 * @param {Promise<unknown>} promise
 * @returns {Promise<never>}
 */
function rejectionOf(promise) {
  return new Promise((_resolve, reject) => promise.catch(reject));
}

/** Work that can wait until everything is running. Whatever happens, the platform stays up. */
async function publishLast() {
  say(
    '\nEverything runs. The project vision follows: it needs PyTorch and ONNX Runtime, which take some minutes.',
  );
  try {
    await platform.publishLast();
  } catch (error) {
    if (isLeaving) return;
    say(`\n${explain(error)}\nVision is not published. The rest runs; the next npm start tries again.`);
  }
}

/** @returns {Promise<boolean>} whether the sample was scored */
async function runSample() {
  const { dataDir, jsonFile } = options;
  const result = await step('grade the sample (certification run)', () =>
    gradeSample({
      url: platform.url,
      dataDir,
      logFile: `${platform.logs}/sample.log`,
      setUp: platform.setUp,
    }),
  );
  if (jsonFile) writeResult(jsonFile, result);
  printResult(result);
  if (result.outcome !== 'SCORED') return false;
  platform.markSampleGraded();
  if (result.passed) await publishResult();
  return true;
}

/** Whatever happens, the sample is graded and the platform stays up. */
async function publishResult() {
  try {
    await publishSample({ logFile: `${platform.logs}/sample.log`, setUp: platform.setUp });
  } catch (error) {
    if (!isLeaving)
      say(`\n${explain(error)}\nThe hiring manager of the demo finds nobody yet. The rest runs.`);
  }
}

/** @param {number} code */
async function leave(code) {
  if (isLeaving) return;
  isLeaving = true;
  stopCommands();
  try {
    await platform.stop();
  } catch (error) {
    say(explain(error));
    process.exit(1);
  }
  process.exit(code);
}
