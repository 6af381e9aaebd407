import { Injectable } from '@nestjs/common';
import { Database, type StandingOf } from '@holdout/db';
import type { Credentials } from '../operation/credentials.js';
import type { Identity } from '../operation/viewer.js';
import { AuthService } from './auth.js';
import { organizationOfKey } from './bound-key.js';

/** Who a request is from, and what they are on this deployment. */
export interface Known {
  identity: Identity;
  standing: StandingOf;
}

/** Asks the database each time: a revoked session or key is refused from the next request on. */
@Injectable()
export class Identities {
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
    const token = await this.authService.auth.api.sessionToken({ headers: new Headers({ cookie }) });
    const found = token === null ? null : await this.database.system.viewerOfSession(token);
    if (!found) return null;
    const { sessionId, userId, name, email, boundTo, ...standing } = found;
    return { identity: { userId, name, email, boundTo, proof: { kind: 'session', sessionId } }, standing };
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
    };
  }
}

function within(organizationId: string, { memberships }: StandingOf): StandingOf {
  return {
    isOperator: false,
    memberships: memberships.filter((membership) => membership.organizationId === organizationId),
  };
}
