/**
 * Checks whether packages were deprecated since they were locked, by asking the registry about each that our own
 * parts name in production.
 */
import { runCommand } from '../../command.mjs';
import { ROOT } from '../../options.mjs';
import { NotAuditedError } from './findings.mjs';

/** Deprecated in 2020. A registry that does not say so does not report deprecations at all. */
const KNOWN = { name: 'request', version: '2.88.2' };
/** Requests at a time. */
const SIDE_BY_SIDE = 4;

/**
 * @param {{ name: string, version: string }[]} packages
 * @returns {Promise<string[]>} those that were given up, in words
 * @throws {NotAuditedError} when the registry does not tell
 */
export async function givenUpSince(packages) {
  if (!(await wordOn(KNOWN)))
    throw new NotAuditedError(
      `the registry does not tell what is deprecated, not even of ${KNOWN.name} ${KNOWN.version}`,
    );
  const left = [...packages];
  /** @type {string[]} */
  const found = [];
  const askOn = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const word = await wordOn(next);
      if (word) found.push(`${next.name} ${next.version} is deprecated: ${word}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, askOn));
  return found;
}

/** @param {{ name: string, version: string }} one @returns {Promise<string>} empty unless it was given up */
async function wordOn({ name, version }) {
  const { stdout } = await runCommand('npm', ['view', `${name}@${version}`, 'deprecated'], {
    cwd: ROOT,
    label: `npm view ${name}`,
  }).catch((error) => {
    throw new NotAuditedError(error.message);
  });
  return stdout.trim();
}
