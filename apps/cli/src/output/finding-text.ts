import type { Findings, Step, StepName, Verdict } from '@holdout/verification';

type Values = Step['values'];
type Texts = { [Name in StepName]: Record<Findings[Name], (values: Values) => string> };

export const STEP_TITLES = {
  SIGNATURE: 'Signature',
  ISSUER: 'Issuer',
  REVOCATION: 'Revocation',
  EXPIRY: 'Expiry',
  EVIDENCE: 'Evidence',
  RECEIPT: 'Receipt',
} satisfies Record<StepName, string>;

export const VERDICT_TEXTS = {
  VERIFIED: 'Verified. Whether you trust the issuer is for you to say.',
  INCOMPLETE: 'Not everything could be checked. What was found holds.',
  NOT_VERIFIED: 'Not verified: at least one check failed. Do not rely on what this says.',
} satisfies Record<Verdict, string>;

const day = (at: string | undefined): string => at?.slice(0, 10) ?? 'an unknown day';

const TEXTS: Texts = {
  SIGNATURE: {
    VALID: () => 'signed by the issuer, not changed since',
    VALID_EARLIER_KEY: ({ at }) =>
      `signed with an earlier key of the issuer, before it was retired on ${day(at)}`,
    NOT_SIGNED: () => 'there is no signature',
    CHANGED: () => 'does not fit: changed after it was signed, or damaged',
    OTHER_ISSUERS_KEY: ({ key, issuer }) => `names ${issuer}, but was signed with ${key}`,
    UNKNOWN_KEY: ({ key, issuer }) => `${issuer} has no key ${key}`,
    REVOKED_KEY: ({ at }) => `the issuer withdrew this key on ${day(at)}: nothing signed with it counts`,
    AFTER_RETIREMENT: ({ at }) => `signed with a key after that was retired on ${day(at)}`,
    MALFORMED: ({ expected }) => `of a kind that cannot be checked here (expected: ${expected})`,
    ISSUER_NOT_FOUND: ({ issuer }) => `the keys of ${issuer} could not be had`,
  },
  ISSUER: {
    TRUSTED: ({ issuer }) => `${issuer}, which you trust`,
    NOT_TRUSTED: ({ issuer }) => `${issuer}; make sure that it is who you think (--trust says that you are)`,
    NOT_FOUND: ({ issuer }) => `nothing was found under the name ${issuer}`,
  },
  REVOCATION: {
    NOT_REVOKED: ({ at }) => `not revoked, as of ${day(at)}`,
    REVOKED: () => 'revoked by the issuer: it no longer counts',
    LIST_FORGED: ({ list }) => `${list} is not a list that the issuer signed for this`,
    LIST_OLD: ({ at }) => `the status list of ${day(at)} is too old to rely on; not revoked then`,
    LIST_NOT_FOUND: ({ list }) => `the status list ${list} could not be had`,
    NO_LIST: () => 'the issuer publishes no status list for it',
  },
  EXPIRY: {
    NEVER: () => 'no end date',
    NOT_YET_EXPIRED: ({ at }) => `valid until ${day(at)}`,
    EXPIRED: ({ at }) => `expired on ${day(at)}`,
    NOT_YET_VALID: ({ at }) => `valid only from ${day(at)}`,
  },
  EVIDENCE: {
    MATCHES: ({ count }) =>
      `${count === '1' ? 'the receipt is' : `${count} receipts are`} what it was made from, byte by byte`,
    CHANGED: ({ address }) => `${address} is not what it was made from`,
    NOT_FOUND: ({ address }) => `${address} could not be had`,
    NONE: () => 'none is named',
  },
  RECEIPT: {
    AGREES: () => 'signed by the issuer, with the same numbers',
    DISAGREES: ({ metric, receipt }) => `says ${receipt} for ${metric}; the credential says something else`,
    NOT_SIGNED_BY_ISSUER: ({ issuer }) => `not signed by ${issuer}`,
    NOT_SEEN: () => 'there was none to look into',
  },
};

export function findingText({ step, finding, values }: Step): string {
  const texts: Record<string, (values: Values) => string> = TEXTS[step];
  return texts[finding]?.(values) ?? finding;
}
