import { Injectable } from '@nestjs/common';
import type { Credentials } from '../operation/credentials.js';
import type { Identity } from '../operation/viewer.js';
import { AuthService } from './auth.js';

/** Asks the database each time: a revoked session or key is refused from the next request on. */
@Injectable()
export class Identities {
  constructor(private readonly authService: AuthService) {}

  /** Null when nothing valid was brought along. An API key wins over a cookie, and a bad one is not made up for by it. */
  of({ apiKey, cookie }: Credentials): Promise<Identity | null> {
    if (apiKey) return this.byApiKey(apiKey);
    return cookie ? this.bySession(cookie) : Promise.resolve(null);
  }

  private async bySession(cookie: string): Promise<Identity | null> {
    const found = await this.authService.auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    if (!found) return null;
    const { user, session } = found;
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      proof: { kind: 'session', sessionId: session.id },
    };
  }

  private async byApiKey(secret: string): Promise<Identity | null> {
    const { auth } = this.authService;
    const { valid, key } = await auth.api.verifyApiKey({ body: { key: secret } });
    if (!valid || !key) return null;
    const { internalAdapter } = await auth.$context;
    const user = await internalAdapter.findUserById(key.referenceId);
    if (!user) return null;
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      proof: { kind: 'api-key', keyId: key.id },
    };
  }
}
