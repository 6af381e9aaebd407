/** The steps of a verification, in the order in which they are shown. */
export const STEPS = ['SIGNATURE', 'ISSUER', 'REVOCATION', 'EXPIRY', 'EVIDENCE', 'RECEIPT'] as const;
export type StepName = (typeof STEPS)[number];

/**
 * PASSED and FAILED are facts. WARNING is for the reader to weigh: an issuer they do not know is not a wrong one. UNKNOWN
 * could not be checked with what was at hand.
 */
export type StepState = 'PASSED' | 'FAILED' | 'WARNING' | 'UNKNOWN';

/** What each step can find. */
export interface Findings {
  SIGNATURE:
    | 'VALID'
    | 'VALID_EARLIER_KEY'
    | 'NOT_SIGNED'
    | 'CHANGED'
    | 'OTHER_ISSUERS_KEY'
    | 'UNKNOWN_KEY'
    | 'REVOKED_KEY'
    | 'AFTER_RETIREMENT'
    | 'MALFORMED'
    | 'ISSUER_NOT_FOUND';
  ISSUER: 'TRUSTED' | 'NOT_TRUSTED' | 'NOT_FOUND';
  REVOCATION: 'NOT_REVOKED' | 'REVOKED' | 'LIST_FORGED' | 'LIST_OLD' | 'LIST_NOT_FOUND' | 'NO_LIST';
  EXPIRY: 'NEVER' | 'NOT_YET_EXPIRED' | 'EXPIRED' | 'NOT_YET_VALID';
  EVIDENCE: 'MATCHES' | 'CHANGED' | 'NOT_FOUND' | 'NONE';
  RECEIPT: 'AGREES' | 'DISAGREES' | 'NOT_SIGNED_BY_ISSUER' | 'NOT_SEEN';
}

export interface Step<Name extends StepName = StepName> {
  step: Name;
  state: StepState;
  finding: Findings[Name];
  /** What the sentence about the finding names: a key, a time, an address. */
  values: Readonly<Record<string, string>>;
}

const STATES: { [Name in StepName]: Record<Findings[Name], StepState> } = {
  SIGNATURE: {
    VALID: 'PASSED',
    VALID_EARLIER_KEY: 'PASSED',
    NOT_SIGNED: 'FAILED',
    CHANGED: 'FAILED',
    OTHER_ISSUERS_KEY: 'FAILED',
    UNKNOWN_KEY: 'FAILED',
    REVOKED_KEY: 'FAILED',
    AFTER_RETIREMENT: 'FAILED',
    MALFORMED: 'FAILED',
    ISSUER_NOT_FOUND: 'UNKNOWN',
  },
  ISSUER: { TRUSTED: 'PASSED', NOT_TRUSTED: 'WARNING', NOT_FOUND: 'UNKNOWN' },
  REVOCATION: {
    NOT_REVOKED: 'PASSED',
    REVOKED: 'FAILED',
    LIST_FORGED: 'FAILED',
    LIST_OLD: 'WARNING',
    LIST_NOT_FOUND: 'UNKNOWN',
    NO_LIST: 'WARNING',
  },
  EXPIRY: { NEVER: 'PASSED', NOT_YET_EXPIRED: 'PASSED', EXPIRED: 'FAILED', NOT_YET_VALID: 'FAILED' },
  EVIDENCE: { MATCHES: 'PASSED', CHANGED: 'FAILED', NOT_FOUND: 'UNKNOWN', NONE: 'WARNING' },
  RECEIPT: { AGREES: 'PASSED', DISAGREES: 'FAILED', NOT_SIGNED_BY_ISSUER: 'FAILED', NOT_SEEN: 'UNKNOWN' },
};

export function found<Name extends StepName>(
  step: Name,
  finding: Findings[Name],
  values: Record<string, string> = {},
): Step<Name> {
  return { step, state: STATES[step][finding], finding, values };
}

/** VERIFIED may come with warnings; INCOMPLETE says that something could not be checked. */
export type Verdict = 'VERIFIED' | 'INCOMPLETE' | 'NOT_VERIFIED';

export function verdictOf(steps: readonly Step[]): Verdict {
  if (steps.some(({ state }) => state === 'FAILED')) return 'NOT_VERIFIED';
  return steps.some(({ state }) => state === 'UNKNOWN') ? 'INCOMPLETE' : 'VERIFIED';
}
