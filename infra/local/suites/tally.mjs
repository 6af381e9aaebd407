/** Adds up what the suites found. */
import { say, seconds } from '../report.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, report?: string }} Counts report: what to read when something failed
 * @typedef {Counts & { name: string, ms: number }} SuiteResult
 */

/**
 * Print the table and the one line that counts.
 * @param {SuiteResult[]} results
 * @returns {number} exit code: not 0 if anything failed or a suite ran nothing
 */
export function tally(results) {
  // A suite that ran nothing proves nothing: it counts as a failure.
  const judged = results.map((result) =>
    result.passed + result.failed === 0
      ? { ...result, failed: 1, report: 'This suite ran no test.' }
      : result,
  );
  for (const { name, report } of judged.filter((result) => result.failed > 0))
    say(`\n──── ${name} ────\n${report ?? ''}`);
  say(
    `\n${'suite'.padEnd(16)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'time'.padStart(10)}`,
  );
  for (const { name, passed, failed, skipped, ms } of judged) {
    say(
      `${name.padEnd(16)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${seconds(ms).padStart(10)}`,
    );
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    judged.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && judged.length > 0 ? 0 : 1;
}
