import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/** Gives this server, and no client, the token of a session's cookie: null for a cookie that this deployment did not sign. */
export const sessionToken = {
  id: 'session-token',
  endpoints: {
    // Without a path it has no address.
    sessionToken: createAuthEndpoint({ method: 'GET', requireHeaders: true }, async (context) => {
      const { authCookies, secret } = context.context;
      return (await context.getSignedCookie(authCookies.sessionToken.name, secret)) || null;
    }),
  },
} satisfies BetterAuthPlugin;
