import { ConflictError } from '@holdout/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuthService } from './auth.js';
import { assertWholeAccount } from '../operation/access.js';
import { BODY_BYTES, type SignInRouteParts } from './sign-in-route-parts.js';

const MAX_PASSKEYS = 10;
const MAX_NAME = 60;

/** The browser's answer to a challenge, and the name of a new passkey. Nothing else is passed on. */
const answer = z.object({
  response: z.unknown(),
  name: z.string().trim().max(MAX_NAME).optional(),
});

/** Adding a passkey to one's account, and signing in with one. */
export function passkeyRoutes(app: FastifyInstance, parts: SignInRouteParts): void {
  const { authService, ask, fromAddress, guarded } = parts;
  const passedOn = (request: FastifyRequest, path: string) =>
    ask(request, path, answer.safeParse(request.body).data ?? {});

  const toRegister = '/auth/passkey/generate-register-options';
  app.get(
    toRegister,
    guarded(async (request) => {
      await assertMayAdd(authService, request);
      return ask(request, toRegister, null);
    }),
  );
  const register = '/auth/passkey/verify-registration';
  app.post(
    register,
    { bodyLimit: BODY_BYTES },
    guarded(async (request) => {
      await assertMayAdd(authService, request);
      return passedOn(request, register);
    }),
  );

  const toSignIn = '/auth/passkey/generate-authenticate-options';
  app.get(
    toSignIn,
    guarded((request) => ask(request, toSignIn, null)),
  );
  const signIn = '/auth/passkey/verify-authentication';
  app.post(
    signIn,
    { bodyLimit: BODY_BYTES },
    guarded((request) => fromAddress(request.ip, () => passedOn(request, signIn))),
  );
}

/** @throws ForbiddenError, ConflictError. Who is signed out, the library refuses. */
async function assertMayAdd(authService: AuthService, request: FastifyRequest): Promise<void> {
  const user = await authService.userOf(request.headers.cookie);
  if (!user) return;
  assertWholeAccount(user);
  if ((await authService.passkeysOf(user.id)).length < MAX_PASSKEYS) return;
  throw new ConflictError(`You have ${MAX_PASSKEYS} passkeys already. Remove one that you no longer use.`, {
    limit: MAX_PASSKEYS,
  });
}
