/** What is known of the packages that run in production. */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../options.mjs';
import { say } from '../report.mjs';

/**
 * No package that runs in production has a known weakness of grade high or critical. A registry that keeps no list of
 * weaknesses (a mirror, mostly) cannot be asked; that is said and counted as skipped. No package brings such a list along.
 * @returns {Promise<import('./tally.mjs').Counts>}
 */
export async function auditDependencies() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const answer = answerIn(stdout);
  if (!answer.metadata) {
    say(`  !  dependencies were not audited: ${answer.message ?? 'the registry gave no answer'}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const report = graveIn(answer);
  return report ? { passed: 0, failed: 1, skipped: 0, report } : { passed: 1, failed: 0, skipped: 0 };
}

/** @param {string} printed */
function answerIn(printed) {
  try {
    return JSON.parse(printed);
  } catch {
    return { message: printed.trim() || 'npm said nothing' };
  }
}

/**
 * What is wrong with which packages; null where nothing is.
 * @param {{ vulnerabilities: Record<string, { name: string, severity: string }> }} report
 */
function graveIn(report) {
  const names = Object.values(report.vulnerabilities)
    .filter(({ severity }) => ['high', 'critical'].includes(severity))
    .map(({ name }) => name);
  return names.length > 0
    ? `These packages have known weaknesses: ${names.join(', ')}. "npm audit" tells more.`
    : null;
}
