import { Injectable } from '@nestjs/common';
import { Database, type SessionViewer, type StandingOf } from '@holdout/db';
import DataLoader from 'dataloader';
import type { Credentials } from '../operation/credentials.js';
import type { Identity } from '../operation/viewer.js';
import { AuthService } from './auth.js';
import { organizationOfKey } from './bound-key.js';
import { sessionTokenIn } from './session-token.js';

/** The user a request is from, and their roles in this deployment. */
export interface Known {
  identity: Identity;
  standing: StandingOf;
  /** Whether there is something to ask about whom they look as. */
  mayLookAsStudent: boolean;
}

/** How many sessions one statement looks up. */
const MOST_AT_ONCE = 100;

/** Asks the database each time: a revoked session or key is refused from the next request on. */
@Injectable()
export class Identities {
  /** Requests that arrive together ask together; what is answered is kept for none that comes later. */
  private readonly sessions = new DataLoader<string, SessionViewer | null>(
    async (tokens) => {
      const viewers = await this.database.system.viewersOfSessions(tokens);
      return tokens.map((token) => viewers.get(token) ?? null);
    },
    { cache: false, maxBatchSize: MOST_AT_ONCE, batchScheduleFn: (ask) => setImmediate(ask) },
  );

  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
  ) {}

  /** Null when nothing valid was brought along. An API key wins over a cookie, and a bad one is not made up for by it. */
  of({ apiKey, cookie }: Credentials): Promise<Known | null> {
    if (apiKey) return this.byApiKey(apiKey);
    return cookie ? this.bySession(cookie) : Promise.resolve(null);
  }

  private async bySession(cookie: string): Promise<Known | null> {
    const { authCookies, secret } = await this.authService.auth.$context;
    const token = sessionTokenIn(cookie, { name: authCookies.sessionToken.name, secret });
    const found = token === null ? null : await this.sessions.load(token);
    if (!found) return null;
    const { sessionId, userId, name, email, boundTo, isOperator, memberships, mayLookAsStudent } = found;
    return {
      identity: { userId, name, email, boundTo, proof: { kind: 'session', sessionId } },
      standing: { isOperator, memberships },
      mayLookAsStudent,
    };
  }

  private async byApiKey(secret: string): Promise<Known | null> {
    const { auth } = this.authService;
    const { valid, key } = await auth.api.verifyApiKey({ body: { key: secret } });
    if (!valid || !key) return null;
    const { internalAdapter } = await auth.$context;
    const user = await internalAdapter.findUserById(key.referenceId);
    if (!user) return null;
    const { id: userId, name, email } = user;
    const boundTo = organizationOfKey(key.permissions);
    const standing = await this.database.system.standingOf(userId);
    return {
      identity: { userId, name, email, boundTo, proof: { kind: 'api-key', keyId: key.id } },
      standing: boundTo === null ? standing : within(boundTo, standing),
      mayLookAsStudent: false,
    };
  }
}

function within(organizationId: string, { memberships }: StandingOf): StandingOf {
  return {
    isOperator: false,
    memberships: memberships.filter((membership) => membership.organizationId === organizationId),
  };
}
