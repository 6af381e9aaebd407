/** What is known of the packages that run in production. */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../options.mjs';
import { say } from '../report.mjs';

/**
 * No package that runs in production has a known weakness of grade high or critical. A registry that keeps no list of
 * weaknesses (a mirror, mostly) cannot be asked; that is said, and does not fail.
 * @throws {Error} naming them
 */
export async function auditDependencies() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const report = JSON.parse(stdout);
  if (!report.metadata) {
    say(`  !  dependencies were not audited: ${report.message ?? 'the registry gave no answer'}`);
    return;
  }
  const grave = Object.values(report.vulnerabilities).filter(
    (/** @type {{ severity: string }} */ { severity }) => ['high', 'critical'].includes(severity),
  );
  if (grave.length > 0)
    throw new Error(
      `These packages have known weaknesses: ${grave.map((/** @type {{ name: string }} */ { name }) => name).join(', ')}. "npm audit" tells more.`,
    );
}
