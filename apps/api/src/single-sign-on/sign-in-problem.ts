/** Why somebody is not let in through their organization's provider. The sign-in page says it in words. */
export type SignInProblem =
  /** The organization has no provider. */
  | 'OFF'
  /** Begun elsewhere, used already, or too long ago. */
  | 'STALE'
  | 'TOO_MANY'
  /** At the provider, somebody said no. */
  | 'DECLINED'
  | 'UNREACHABLE'
  /** Somebody else answered than the provider that was asked. */
  | 'ISSUER'
  /** The answer does not belong to the request. */
  | 'ANSWER'
  | 'NO_EMAIL'
  | 'UNVERIFIED_EMAIL'
  | 'NOT_INVITED'
  /** The address has an account that this provider may not speak for. */
  | 'OTHER_ACCOUNT'
  | 'REMOVED'
  | 'INTERNAL';

/** Never leaves this folder: the reader is sent to a page that says why. */
export class SignInRefused extends Error {
  /** The organization's slug, if it is known. */
  slug: string | null = null;

  constructor(
    readonly problem: SignInProblem,
    options?: ErrorOptions,
  ) {
    super(`Single sign-on was refused: ${problem}.`, options);
    this.name = 'SignInRefused';
  }
}
