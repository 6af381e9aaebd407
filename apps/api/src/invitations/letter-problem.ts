const OUT_OF_REACH = 'The mail server could not be reached.';
const TOO_OLD = 'It is too old to be worth sending.';

/**
 * Why a letter was refused, for admins of the organization: the reply of the receiver's server. The address of the
 * deployment's own mail server, and what is wrong between it and us, is for operators and stays in their log.
 */
export function shownProblem(reason: string | null): string | null {
  if (reason === null || reason === TOO_OLD) return reason;
  return /(?:rejected|failed): (\d{3}[ -].*)/s.exec(reason)?.[1] ?? OUT_OF_REACH;
}
