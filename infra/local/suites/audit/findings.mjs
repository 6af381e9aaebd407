/** What an audit finds, what of it was accepted and until when, and the error that says that nothing could be asked. */

/** The source does not answer, or does not have the data: the audit has neither passed nor failed. */
export class NotAuditedError extends Error {
  /** @param {string} message why */
  constructor(message) {
    super(message);
    this.name = 'NotAuditedError';
  }
}

/**
 * @typedef {{ name: string, version: string, weakness: string }} Finding weakness: its name in a list of advisories
 * @typedef {{ name: string, weaknesses: string[] | 'all', since: string, until: string, reason: string }} Acceptance
 */

/**
 * Weaknesses that are accepted for now, each with its reason. After `until` somebody has to look again, whether they
 * still exist or not.
 * @type {Acceptance[]}
 */
export const ACCEPTED = [
  {
    name: 'torch',
    weaknesses: 'all',
    since: '2026-11-28',
    until: '2027-05-28',
    reason:
      "It runs in students' containers only, where they may run any code anyway: what it lets in is held by the sandbox. " +
      "Its version is that of Debian's package in torch-cpu, so that a project gives the same on both.",
  },
];

/**
 * @param {Finding[]} findings
 * @param {Acceptance[]} [accepted]
 * @returns {string} those that were accepted, in words; empty when there are none
 * @throws {Error} naming what was not
 */
export function judge(findings, accepted = ACCEPTED) {
  const isAccepted = (/** @type {Finding} */ { name, weakness }) =>
    accepted.some(
      (each) => each.name === name && (each.weaknesses === 'all' || each.weaknesses.includes(weakness)),
    );
  const others = findings.filter((finding) => !isAccepted(finding));
  if (others.length > 0)
    throw new Error(others.map((each) => `${inWords(each)} is a known weakness`).join('\n'));
  return findings.length > 0 ? `accepted for now: ${findings.map(inWords).join(', ')}` : '';
}

const inWords = (/** @type {Finding} */ { name, version, weakness }) => `${name} ${version}: ${weakness}`;

/**
 * @param {string} [today] as 2026-11-28
 * @param {Acceptance[]} [accepted]
 * @returns {string[]} what was accepted for a time that is over
 */
export function overdue(today = new Date().toISOString().slice(0, 10), accepted = ACCEPTED) {
  return accepted
    .filter(({ until }) => until < today)
    .map(
      ({ name, until, reason }) =>
        `what ${name} lets in was accepted until ${until} (${reason}): look again, then renew or remove it in findings.mjs`,
    );
}
