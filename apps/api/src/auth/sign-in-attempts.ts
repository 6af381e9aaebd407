import type { Pool } from 'pg';
import { newToken, tokenHash } from './secret-token.js';

const LASTS_SECONDS = 10 * 60;

/** A sign-in that is under way at an identity provider. */
export interface SignInAttempt {
  organizationId: string;
  providerId: string;
  nonce: string;
  codeVerifier: string;
  /** The page to return to. */
  next: string;
}

/** Kept in the database, so that any API process can end what another one began. */
export class SignInAttempts {
  /** @param pool of the auth role */
  constructor(private readonly pool: Pool) {}

  /** Returns the state that goes to the provider, and the secret that stays with the browser. */
  async begin(attempt: SignInAttempt): Promise<{ state: string; browser: string; lastsSeconds: number }> {
    const [state, browser] = [newToken(), newToken()];
    await this.pool.query(
      `INSERT INTO "singleSignOn" ("stateHash", "browserHash", "organizationId", "providerId", "nonce", "codeVerifier", "next", "expiresAt")
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8::int))`,
      [
        tokenHash(state),
        tokenHash(browser),
        attempt.organizationId,
        attempt.providerId,
        attempt.nonce,
        attempt.codeVerifier,
        attempt.next,
        LASTS_SECONDS,
      ],
    );
    return { state, browser, lastsSeconds: LASTS_SECONDS };
  }

  /** Uses up the attempt behind a state. Null for one that is unknown, used, too old, or of another browser. */
  async take(state: string, browser: string): Promise<SignInAttempt | null> {
    const { rows } = await this.pool.query<SignInAttempt>(
      `DELETE FROM "singleSignOn" WHERE "stateHash" = $1 AND "browserHash" = $2 AND "expiresAt" > now()
       RETURNING "organizationId", "providerId", "nonce", "codeVerifier", "next"`,
      [tokenHash(state), tokenHash(browser)],
    );
    return rows[0] ?? null;
  }

  /** Forgets those that nobody ended in time. */
  async prune(): Promise<void> {
    await this.pool.query('DELETE FROM "singleSignOn" WHERE "expiresAt" < now()');
  }
}
