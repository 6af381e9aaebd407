import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Gives this server, and no client, a session of somebody for whom their organization's identity provider vouches. It opens that organization alone. */
export const organizationSession = {
  id: 'organization-session',
  schema: { session: { fields: { organizationId: { type: 'string', required: false, input: false } } } },
  endpoints: {
    // Without a path it has no address.
    openOrganizationSession: createAuthEndpoint(
      {
        method: 'POST',
        requireHeaders: true,
        body: z.object({ userId: z.uuid(), organizationId: z.uuid() }),
      },
      async (context) => {
        const { internalAdapter } = context.context;
        const { userId, organizationId } = context.body;
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw new APIError('NOT_FOUND');
        const session = await internalAdapter.createSession(userId, false, { organizationId }, true);
        await setSessionCookie(context, { session, user });
        return context.json({ ok: true });
      },
    ),
  },
} satisfies BetterAuthPlugin;
