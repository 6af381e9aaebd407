import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Lets this server, and no client, begin a session for somebody who proved in another way who they are. One that an organization's
 * identity provider vouches for opens that organization alone.
 */
export const sessionFor = {
  id: 'session-for',
  schema: { session: { fields: { organizationId: { type: 'string', required: false, input: false } } } },
  endpoints: {
    // Without a path it has no address.
    sessionFor: createAuthEndpoint(
      {
        method: 'POST',
        requireHeaders: true,
        body: z.object({ userId: z.uuid(), organizationId: z.uuid().optional() }),
      },
      async (context) => {
        const { internalAdapter } = context.context;
        const { userId, organizationId } = context.body;
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw new APIError('NOT_FOUND');
        const bound = organizationId === undefined ? {} : { organizationId };
        const session = await internalAdapter.createSession(userId, false, bound, true);
        await setSessionCookie(context, { session, user });
        return context.json({ ok: true });
      },
    ),
  },
} satisfies BetterAuthPlugin;
