import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BODY_BYTES, type SignInRouteParts } from './sign-in-route-parts.js';

/** Nothing else is passed on: no device is trusted for longer than a session, and the name in the app is ours. */
const withPassword = z.object({ password: z.string().max(200) });
const withCode = z.object({ code: z.string().trim().max(40) });
const signedIn = z.object({ user: z.object({ id: z.uuid(), email: z.string() }) });

export interface SecondFactorRouteParts extends SignInRouteParts {
  /** Called when somebody changes their own sign-in. */
  record: (userId: string, action: SecondFactorChange) => Promise<void>;
}

export type SecondFactorChange =
  'second-factor.turned-on' | 'second-factor.turned-off' | 'second-factor.codes-replaced';

/** Turning the second factor on and off, and giving it at sign-in. */
export function secondFactorRoutes(app: FastifyInstance, parts: SecondFactorRouteParts): void {
  const { authService, ask, fromAddress, guarded, record } = parts;
  const limit = authService.signInLimit;

  /** The password again: a session that was left open on a shared computer does not get to change this. */
  const byPassword = (path: string, action: SecondFactorChange | null) =>
    app.post(
      path,
      { bodyLimit: BODY_BYTES },
      guarded((request) =>
        fromAddress(request.ip, async () => {
          const user = await authService.userOf(request.headers.cookie);
          if (user) await limit.takeAccount(user.email);
          const response = await ask(request, path, withPassword.safeParse(request.body).data ?? {});
          if (!response.ok || !user) return response;
          await limit.clearAccount(user.email);
          if (action) await record(user.id, action);
          return response;
        }),
      ),
    );
  byPassword('/auth/two-factor/enable', null);
  byPassword('/auth/two-factor/disable', 'second-factor.turned-off');
  byPassword('/auth/two-factor/generate-backup-codes', 'second-factor.codes-replaced');

  /** At sign-in, with the cookie that a right password gave; in a session, the code that turns it on. */
  const byCode = (path: string) =>
    app.post(
      path,
      { bodyLimit: BODY_BYTES },
      guarded((request) =>
        fromAddress(request.ip, async () => {
          const before = await authService.userOf(request.headers.cookie);
          const response = await ask(request, path, withCode.safeParse(request.body).data ?? {});
          if (!response.ok) return response;
          const { user } = signedIn.parse(await response.clone().json());
          await limit.clearAccount(user.email);
          if (before && !before.hasSecondFactor) await record(user.id, 'second-factor.turned-on');
          return response;
        }),
      ),
    );
  byCode('/auth/two-factor/verify-totp');
  byCode('/auth/two-factor/verify-backup-code');
}
