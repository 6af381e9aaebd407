import { createHash } from 'node:crypto';
import { RateLimitedError } from '@holdout/domain';
import type { Pool } from 'pg';

const MINUTE_MS = 60 * 1000;

interface Rule {
  tries: number;
  windowMs: number;
}

interface Tries {
  /** Before the keys of its counts. */
  prefix: string;
  what: string;
  /** Tries within the window that one account bears, wherever they come from: holds against many addresses. */
  perAccount: Rule;
  /** Tries within the window from one address, whatever their account. A whole school may share one. */
  perAddress: Rule;
}

/** Sign-ins that fail. */
export const SIGN_INS: Tries = {
  prefix: '',
  what: 'tries to sign in',
  perAccount: { tries: 10, windowMs: 15 * MINUTE_MS },
  perAddress: { tries: 100, windowMs: 5 * MINUTE_MS },
};

/** Requests for a new password, each of which may send a mail. */
export const RESETS: Tries = {
  prefix: 'reset-',
  what: 'requests for a new password',
  perAccount: { tries: 3, windowMs: 60 * MINUTE_MS },
  perAddress: { tries: 50, windowMs: 60 * MINUTE_MS },
};

/** Exports of what there is of a person: each reads and sends all of their files. */
export const EXPORTS: Tries = {
  prefix: 'export-',
  what: 'exports of your data',
  perAccount: { tries: 3, windowMs: 24 * 60 * MINUTE_MS },
  perAddress: { tries: 1000, windowMs: 24 * 60 * MINUTE_MS },
};

/** Sign-ins that are begun at an identity provider: each is a row. A whole school may begin its lesson with one. */
export const SINGLE_SIGN_ONS: Tries = {
  prefix: 'sso-',
  what: 'sign-ins',
  perAccount: { tries: 10_000, windowMs: 5 * MINUTE_MS },
  perAddress: { tries: 1000, windowMs: 5 * MINUTE_MS },
};

/** Requests that an admin has this server send to an identity provider, or to name servers. */
export const PROVIDER_CHECKS: Tries = {
  prefix: 'provider-',
  what: 'checks of single sign-on',
  perAccount: { tries: 30, windowMs: 60 * MINUTE_MS },
  perAddress: { tries: 1000, windowMs: 60 * MINUTE_MS },
};

const LONGEST_WINDOW_MS = Math.max(
  ...[SIGN_INS, RESETS, EXPORTS, SINGLE_SIGN_ONS, PROVIDER_CHECKS].flatMap(({ perAccount, perAddress }) => [
    perAccount.windowMs,
    perAddress.windowMs,
  ]),
);

/** Tries, counted in the database: all API processes share them. A window begins with its first try. */
export class TryLimit {
  constructor(
    private readonly pool: Pool,
    private readonly tries: Tries,
  ) {}

  /**
   * Counts a try before the password is looked at, so that tries at the same time count as well.
   * @throws RateLimitedError when the account has had too many
   */
  takeAccount(email: string, now = Date.now()): Promise<void> {
    return this.take(this.accountKey(email), this.tries.perAccount, 'for this account', now);
  }

  /** How many tries of an account are left within the window. */
  async leftForAccount(email: string, now = Date.now()): Promise<number> {
    const { tries, windowMs } = this.tries.perAccount;
    const { rows } = await this.pool.query<{ count: number }>(
      'SELECT count FROM "signInTries" WHERE key = $1 AND "beganAt" >= $2',
      [this.accountKey(email), now - windowMs],
    );
    return Math.max(0, tries - (rows[0]?.count ?? 0));
  }

  /** The right password was given: earlier tries count no more. */
  async clearAccount(email: string): Promise<void> {
    await this.pool.query('DELETE FROM "signInTries" WHERE key = $1', [this.accountKey(email)]);
  }

  /**
   * Counts a try from an address.
   * @throws RateLimitedError when the address has had too many
   */
  takeAddress(address: string, now = Date.now()): Promise<void> {
    return this.take(this.addressKey(address), this.tries.perAddress, 'from this network', now);
  }

  /** The try succeeded: it does not count. Those that failed still do. */
  async giveBackAddress(address: string): Promise<void> {
    await this.pool.query('UPDATE "signInTries" SET count = GREATEST(count - 1, 0) WHERE key = $1', [
      this.addressKey(address),
    ]);
  }

  /** Forgets counts that no longer matter. */
  async prune(now = Date.now()): Promise<void> {
    await this.pool.query('DELETE FROM "signInTries" WHERE "beganAt" < $1', [now - LONGEST_WINDOW_MS]);
  }

  private async take(key: string, { tries, windowMs }: Rule, where: string, now: number): Promise<void> {
    const { rows } = await this.pool.query<{ count: number; beganAt: string }>(
      `INSERT INTO "signInTries" (key, count, "beganAt") VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN "signInTries"."beganAt" < $3 THEN 1 ELSE "signInTries".count + 1 END,
         "beganAt" = CASE WHEN "signInTries"."beganAt" < $3 THEN $2 ELSE "signInTries"."beganAt" END
       RETURNING count, "beganAt"`,
      [key, now, now - windowMs],
    );
    const found = rows[0];
    if (!found || found.count <= tries) return;
    const retryAt = new Date(Number(found.beganAt) + windowMs).toISOString();
    throw new RateLimitedError(`There were too many ${this.tries.what} ${where}. Try again at ${retryAt}.`, {
      limit: tries,
      retryAt,
    });
  }

  /** Neither is kept as it is: an address of mail may be nobody's here. */
  private accountKey(email: string): string {
    return `${this.tries.prefix}account:${digest(email.trim().toLowerCase())}`;
  }

  private addressKey(address: string): string {
    return `${this.tries.prefix}address:${digest(address)}`;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
