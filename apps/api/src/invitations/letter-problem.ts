const OUT_OF_REACH = 'The mail server could not be reached.';
const TOO_OLD = 'It is too old to be worth sending.';

/**
 * Why a letter was not taken, for admins of the organization: what the receiver's server replied. Where the mail server of the deployment
 * stands, and what is wrong between it and us, is for operators and stays in their log.
 */
export function shownProblem(reason: string | null): string | null {
  if (reason === null || reason === TOO_OLD) return reason;
  return /(?:rejected|failed): (\d{3}[ -].*)/s.exec(reason)?.[1] ?? OUT_OF_REACH;
}
