import { createHash } from 'node:crypto';
import { RateLimitedError } from '@holdout/domain';
import type { Pool } from 'pg';

/** Tries within the window that one account bears, wherever they come from. */
export const TRIES_PER_ACCOUNT = 10;
const WINDOW_MS = 15 * 60 * 1000;

/**
 * Failed sign-ins of one account, counted in the database: all API processes share them. The limit per address is the
 * auth library's; this one holds against a guesser with many addresses.
 */
export class SignInLimit {
  constructor(private readonly pool: Pool) {}

  /**
   * Counts a try before the password is looked at, so that tries at the same time count as well.
   * @throws RateLimitedError when the account has had too many
   */
  async take(email: string, now = Date.now()): Promise<void> {
    const { rows } = await this.pool.query<{ count: number; lastRequest: string }>(
      `INSERT INTO "rateLimit" (key, count, "lastRequest") VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN "rateLimit"."lastRequest" < $3 THEN 1 ELSE "rateLimit".count + 1 END,
         "lastRequest" = CASE WHEN "rateLimit"."lastRequest" < $3 THEN $2 ELSE "rateLimit"."lastRequest" END
       RETURNING count, "lastRequest"`,
      [keyOf(email), now, now - WINDOW_MS],
    );
    const found = rows[0];
    if (!found || found.count <= TRIES_PER_ACCOUNT) return;
    const retryAt = new Date(Number(found.lastRequest) + WINDOW_MS).toISOString();
    throw new RateLimitedError(
      `There were too many tries to sign in to this account. Try again at ${retryAt}.`,
      {
        limit: TRIES_PER_ACCOUNT,
        retryAt,
      },
    );
  }

  /** The right password was given: earlier tries count no more. */
  async clear(email: string): Promise<void> {
    await this.pool.query('DELETE FROM "rateLimit" WHERE key = $1', [keyOf(email)]);
  }

  /** Forgets counts that no longer matter, of accounts and of addresses. */
  async prune(now = Date.now()): Promise<void> {
    await this.pool.query('DELETE FROM "rateLimit" WHERE "lastRequest" < $1', [now - WINDOW_MS]);
  }
}

/** The address itself is not kept: it may be nobody's here. */
function keyOf(email: string): string {
  return `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
}
