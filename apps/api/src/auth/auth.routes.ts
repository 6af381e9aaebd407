import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@holdout/domain';
import type { FastifyInstance } from 'fastify';
import { passkeyRoutes } from './passkey.routes.js';
import { secondFactorRoutes, type SecondFactorRouteParts } from './second-factor.routes.js';
import { BODY_BYTES, signInRouteParts, type SignInRouteOptions } from './sign-in-route-parts.js';
import type { InvitationSignUp } from './invitation-sign-up.js';

export interface AuthRouteParts extends SignInRouteOptions {
  signUp: InvitationSignUp;
  /** Called when a second factor changes. */
  record: SecondFactorRouteParts['record'];
}

const SIGN_IN = '/auth/sign-in/email';
const ASK_FOR_RESET = '/auth/request-password-reset';
const RESET = '/auth/reset-password';
/** Longer than either case takes, so that the time of the answer does not reveal whether the account exists. */
const RESET_ANSWER_MS = 300;

/** The only other routes of the auth library that are reachable. Keys and sessions are managed through GraphQL. */
const OPEN_ROUTES = [
  { method: 'POST', url: '/auth/sign-out' },
  { method: 'GET', url: '/auth/get-session' },
] as const;

/** Signing in and out, accepting an invitation, and choosing a new password when the old one is forgotten. */
export function authRoutes(app: FastifyInstance, parts: AuthRouteParts): void {
  const { authService, signUp, record } = parts;
  const limit = authService.signInLimit;
  const common = signInRouteParts(parts);
  const { ask, fromAddress, guarded } = common;

  for (const { method, url } of OPEN_ROUTES) {
    app.route({
      method,
      url,
      bodyLimit: BODY_BYTES,
      handler: guarded((request) => ask(request, url, request.body)),
    });
  }

  app.post(
    SIGN_IN,
    { bodyLimit: BODY_BYTES },
    guarded(async (request) => {
      const email = emailIn(request.body);
      if (email === null) return ask(request, SIGN_IN, request.body); // the library says what is missing
      return fromAddress(request.ip, async () => {
        await limit.takeAccount(email);
        const response = await ask(request, SIGN_IN, request.body);
        // If a second factor is still to come, attempts keep counting until it has been given.
        if (response.ok && !(await awaitsSecondFactor(response))) await limit.clearAccount(email);
        return response;
      });
    }),
  );

  app.post(
    '/auth/invitation-sign-up',
    { bodyLimit: BODY_BYTES },
    guarded(async (request) => {
      return fromAddress(request.ip, async () => ask(request, SIGN_IN, await signUp.signUp(request.body)));
    }),
  );

  app.post(
    ASK_FOR_RESET,
    { bodyLimit: BODY_BYTES },
    guarded(async (request) => {
      const email = emailIn(request.body);
      await authService.resetLimit.takeAddress(request.ip);
      if (email !== null) await authService.resetLimit.takeAccount(email);
      // Nothing else of the body is passed on, because the link in the mail must not be chosen by the sender.
      const answer = ask(request, ASK_FOR_RESET, { email });
      const [response] = await Promise.all([answer, sleep(RESET_ANSWER_MS)]);
      return response;
    }),
  );

  app.post(
    RESET,
    { bodyLimit: BODY_BYTES },
    guarded((request) => fromAddress(request.ip, () => ask(request, RESET, request.body))),
  );

  passkeyRoutes(app, common);
  secondFactorRoutes(app, { ...common, record });

  app.all(
    '/auth/*',
    guarded(() => Promise.reject(new NotFoundError('This address'))),
  );
}

async function awaitsSecondFactor(response: Response): Promise<boolean> {
  const body: unknown = await response.clone().json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
}

function emailIn(body: unknown): string | null {
  const isNamed = typeof body === 'object' && body !== null && 'email' in body;
  return isNamed && typeof body.email === 'string' ? body.email : null;
}
