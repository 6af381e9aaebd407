/**
 * Checks everything that we did not write: npm packages, PyPI pins, and Debian packages in the images. Each part
 * passes, fails, or reports that no source could be asked. Every source is first tried with something whose weakness
 * is known, and "nothing found" is believed only from a source that reports it. Advisories for npm come from
 * registries only: no npm, PyPI or Debian package contains a maintained list (retire.js has one, of 64 browser
 * libraries, and the only package with it has nothing newer than 2025).
 */
import { say } from '../report.mjs';
import { gradingImages, missingUpdates } from './audit/debian-updates.mjs';
import { givenUpSince } from './audit/deprecations.mjs';
import { NotAuditedError, overdue } from './audit/findings.mjs';
import { askedFor, givenUp, ourLock, ourScripts, strangeLicenses, strangeScripts, strangeSources } from './audit/lock-file.mjs'; // prettier-ignore
import { auditPackages } from './audit/npm-advisories.mjs';
import { auditPins } from './audit/python-advisories.mjs';
import { needGrading } from './prerequisites.mjs';

/** @typedef {{ of: string, audit: () => Promise<string | void> | string | void }} Part what it audits; throws when it is not well */

/** @param {string[]} problems @param {string} [remedy] */
function none(problems, remedy) {
  if (problems.length > 0) throw new Error([...problems, remedy].filter(Boolean).join('\n'));
}

/** @returns {Promise<Part[]>} */
async function parts() {
  const lock = ourLock();
  const { dockerHost } = await needGrading();
  return [
    { of: 'advisories for packages of npm', audit: () => auditPackages() },
    { of: 'advisories for pins of PyPI', audit: () => auditPins() },
    { of: 'what is accepted for a while', audit: () => none(overdue()) },
    { of: 'sources and hashes of packages', audit: () => none(strangeSources(lock)) },
    { of: 'scripts of packages', audit: () => none(strangeScripts(lock, ourScripts())) },
    { of: 'licences of packages', audit: () => none(strangeLicenses(lock)) },
    {
      of: 'packages given up',
      audit: async () => {
        none(givenUp(lock));
        none(await givenUpSince(askedFor(lock)));
      },
    },
    ...Object.entries(await gradingImages(dockerHost)).map(([name, image]) => ({
      of: `updates of the image ${name}`,
      audit: async () =>
        none(
          await missingUpdates({ dockerHost, image }),
          'Build the images anew: node infra/local/images.mjs --renew',
        ),
    })),
  ];
}

/** @returns {Promise<import('./tally.mjs').Counts>} one case for each part */
export async function auditDependencies() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const reports = [];
  for (const { of, audit } of await parts()) {
    try {
      const told = await audit();
      counts.passed++;
      say(`  ✓  ${of}${told ? `: ${told}` : ''}`);
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      if (error instanceof NotAuditedError) {
        counts.skipped++;
        say(`  !  ${of}: not audited, since ${message}`);
      } else {
        counts.failed++;
        reports.push(`${of}:\n${message}`);
      }
    }
  }
  return { ...counts, report: reports.join('\n') };
}
