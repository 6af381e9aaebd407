import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { MailSecrets } from '@holdout/db';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { Pool } from 'pg';
import type { ApiConfig } from '../settings.js';
import { trustedOrigins } from '../http/origins.js';
import { permissionsOf, providerAccount } from './bound-key.js';
import { hashPassword, verifyPassword } from './password.js';
import { ResetMail } from './reset-mail.js';
import { sessionFor } from './session-for.plugin.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { EXPORTS, PROVIDER_CHECKS, RESETS, SIGN_INS, SINGLE_SIGN_ONS, TryLimit } from './try-limit.js';

/** Set by this server alone, from the connection: see the auth routes. */
export const CLIENT_ADDRESS_HEADER = 'x-holdout-client-address';

const RESET_SECONDS = 60 * 60;
/** Between the password and the code. */
const SECOND_FACTOR_SECONDS = 10 * 60;
const DAY_SECONDS = 24 * 60 * 60;

interface AuthParts {
  /** Connects with the search path of the auth schema. */
  pool: Pool;
  mail: ResetMail;
  signInLimit: TryLimit;
  onError: (message: string) => void;
}

function authWith(config: ApiConfig, { pool, mail, signInLimit, onError }: AuthParts) {
  const isSecure = new URL(config.PUBLIC_URL).protocol === 'https:';
  return betterAuth({
    appName: 'Holdout',
    baseURL: config.PUBLIC_URL,
    basePath: '/auth',
    secret: config.AUTH_SECRET,
    trustedOrigins: trustedOrigins(config.PUBLIC_URL),
    database: pool,
    telemetry: { enabled: false },
    // A wrong password is the answer to a request, not news.
    logger: { level: 'error', log: (_level, message) => onError(message) },
    emailAndPassword: {
      enabled: true,
      // People join by invitation only; see InvitationSignUp.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: ({ user, token }) => mail.link(user.id, token, RESET_SECONDS),
      // Whoever knew the old password, or has an older link, is signed out.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => {
        await mail.withdrawLinks(user.id);
        await signInLimit.clearAccount(user.email);
        await mail.changed(user.id);
      },
    },
    // A link is as good as a password, so it is not kept as it is either.
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: 30 * DAY_SECONDS,
      // A cached session would outlive its revocation.
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      // Counted in the database, so that every API process counts with the others.
      storage: 'database',
      window: 60,
      max: 300,
      // The library's window ends only when nobody tries, so a busy school would lock itself out: see try-limit.
      customRules: { '/sign-in/email': false, '/request-password-reset': false, '/two-factor/*': false },
    },
    advanced: {
      cookiePrefix: 'holdout',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [
      sessionFor,
      apiKey({
        apiKeyHeaders: 'x-api-key',
        defaultPrefix: 'ho_',
        requireName: true,
        enableMetadata: false,
        // Limits of work are the attempt policies; a limit here would break a CLI that polls.
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: null },
      }),
      // A passkey is two factors in one, so it asks for no code. Ten wrong codes in a row lock the account for a quarter of an hour.
      twoFactor({ twoFactorCookieMaxAge: SECOND_FACTOR_SECONDS }),
      passkey({
        rpID: new URL(config.PUBLIC_URL).hostname,
        rpName: 'Holdout',
        origin: trustedOrigins(config.PUBLIC_URL),
        // Found by the device itself: signing in asks for no address.
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof authWith>;

/** The auth library and the pool it owns. */
export class AuthService {
  readonly auth: Auth;
  readonly signInLimit: TryLimit;
  readonly resetLimit: TryLimit;
  readonly exportLimit: TryLimit;
  readonly singleSignOnLimit: TryLimit;
  readonly providerCheckLimit: TryLimit;
  readonly attempts: SignInAttempts;
  readonly publicUrl: string;
  private readonly pool: Pool;

  constructor(
    config: ApiConfig,
    /** Called for errors, and for connections that break while idle: without a listener they would end the process. */
    onError: (error: Error | string) => void,
  ) {
    this.pool = new Pool({
      connectionString: config.AUTH_DATABASE_URL,
      options: '-c search_path=auth -c TimeZone=UTC',
      max: 5,
      application_name: 'holdout-api-auth',
    });
    // Each connection tells once, whether it is idle or somebody holds it; the pool repeats those of idle ones.
    this.pool.on('connect', (client) => client.on('error', onError));
    this.pool.on('error', () => undefined);
    this.signInLimit = new TryLimit(this.pool, SIGN_INS);
    this.resetLimit = new TryLimit(this.pool, RESETS);
    this.exportLimit = new TryLimit(this.pool, EXPORTS);
    this.singleSignOnLimit = new TryLimit(this.pool, SINGLE_SIGN_ONS);
    this.providerCheckLimit = new TryLimit(this.pool, PROVIDER_CHECKS);
    this.attempts = new SignInAttempts(this.pool);
    this.publicUrl = config.PUBLIC_URL;
    const mail = new ResetMail(this.pool, new MailSecrets(config.HOLDOUT_DEPLOYMENT_SECRET));
    this.auth = authWith(config, { pool: this.pool, mail, signInLimit: this.signInLimit, onError });
  }

  /** @throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  /** Forgets what no longer matters: addresses and devices of those who signed in are nobody's business then. */
  async prune(now = Date.now()): Promise<void> {
    await this.signInLimit.prune(now);
    await this.attempts.prune();
    await this.pool.query('DELETE FROM "session" WHERE "expiresAt" < now()');
    await this.pool.query('DELETE FROM "verification" WHERE "expiresAt" < now()');
    await this.pool.query('DELETE FROM "rateLimit" WHERE "lastRequest" < $1', [now - DAY_SECONDS * 1000]);
  }

  /** Sessions that have not expired, of everyone. */
  async countSessions(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM "session" WHERE "expiresAt" > now()',
    );
    return rows[0]?.count ?? 0;
  }

  /** Connections: all, idle ones among them, and queries that wait for one. */
  connections(): { open: number; idle: number; waiting: number } {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.pool;
    return { open, idle, waiting };
  }

  /** The user whose session a cookie belongs to; null if it belongs to none. */
  async userOf(
    cookie: string | undefined,
  ): Promise<{ id: string; email: string; hasSecondFactor: boolean; boundTo: string | null } | null> {
    const headers = new Headers({ cookie: cookie ?? '' });
    const session = await this.auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (!session) return null;
    const { id, email, twoFactorEnabled } = session.user;
    const boundTo = session.session.organizationId ?? null;
    return { id, email, hasSecondFactor: twoFactorEnabled ?? false, boundTo };
  }

  /**
   * Begins a session for somebody who proved their identity in another way, and returns its cookies.
   * @param whose organizationId: the only organization that the session opens
   * @param request the request to sign in
   */
  async sessionFor(
    whose: { userId: string; organizationId?: string },
    request: { ip: string; headers: { 'user-agent'?: string | undefined } },
  ): Promise<string[]> {
    const headers = new Headers({
      [CLIENT_ADDRESS_HEADER]: request.ip,
      'user-agent': request.headers['user-agent'] ?? '',
    });
    const begun = await this.auth.api.sessionFor({ body: whose, headers, returnHeaders: true });
    return begun.headers.getSetCookie();
  }

  async hasSecondFactor(userId: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ has: boolean }>(
      'SELECT "twoFactorEnabled" AS has FROM "user" WHERE id = $1',
      [userId],
    );
    return rows[0]?.has ?? false;
  }

  async passkeysOf(userId: string) {
    const { adapter } = await this.auth.$context;
    return adapter.findMany<{ id: string; name: string | null; createdAt: Date | null }>({
      model: 'passkey',
      where: [{ field: 'userId', value: userId }],
      sortBy: { field: 'createdAt', direction: 'desc' },
      limit: 100,
    });
  }

  /** Takes a person's sign-in away: sessions, keys and links are refused from the next request on. */
  async removeUser(userId: string): Promise<void> {
    const { adapter, internalAdapter } = await this.auth.$context;
    await adapter.deleteMany({ model: 'apikey', where: [{ field: 'referenceId', value: userId }] });
    await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: userId }] });
    await internalAdapter.deleteUser(userId);
  }

  /** Ends what a provider of an organization opened, keys made there included, and forgets whom the provider knew. */
  async endSingleSignOn(organizationId: string, providerId: string): Promise<void> {
    await this.pool.query('DELETE FROM "session" WHERE "organizationId" = $1', [organizationId]);
    await this.pool.query('DELETE FROM "apikey" WHERE "permissions" = $1', [
      JSON.stringify(permissionsOf(organizationId)),
    ]);
    await this.pool.query('DELETE FROM "account" WHERE "providerId" = $1', [providerAccount(providerId)]);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
