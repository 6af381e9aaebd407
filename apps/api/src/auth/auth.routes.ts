import { setTimeout as sleep } from 'node:timers/promises';
import { ForbiddenError, NotFoundError } from '@holdout/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '../http/http-errors.js';
import { isOwnOrigin } from '../http/origins.js';
import { CLIENT_ADDRESS_HEADER, type AuthService } from './auth.js';
import { passkeyRoutes } from './passkey.routes.js';
import { secondFactorRoutes, type SecondFactorRouteParts } from './second-factor.routes.js';
import { BODY_BYTES } from './sign-in-route-parts.js';
import type { InvitationSignUp } from './invitation-sign-up.js';

export interface AuthRouteParts {
  authService: AuthService;
  signUp: InvitationSignUp;
  trustedOrigins: readonly string[];
  /** Told of changes of a second factor. */
  record: SecondFactorRouteParts['record'];
  report: (error: unknown, correlationId: string) => void;
}

const SIGN_IN = '/auth/sign-in/email';
const ASK_FOR_RESET = '/auth/request-password-reset';
const RESET = '/auth/reset-password';
/** Longer than either takes: an answer's time does not tell whether there is such an account. */
const RESET_ANSWER_MS = 300;

/** The only routes of the auth library that are reachable, sign-in aside. Keys and sessions are managed through GraphQL. */
const OPEN_ROUTES = [
  { method: 'POST', url: '/auth/sign-out' },
  { method: 'GET', url: '/auth/get-session' },
] as const;

/** Sign-in, sign-out, sign-up by invitation and the way back in when a password is forgotten. */
export function authRoutes(app: FastifyInstance, parts: AuthRouteParts): void {
  const { authService, signUp, trustedOrigins, report } = parts;
  const limit = authService.signInLimit;

  const ask = async (request: FastifyRequest, path: string, body: unknown): Promise<Response> => {
    const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: request.ip });
    for (const name of ['cookie', 'origin', 'referer', 'user-agent']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const hasBody = request.method === 'POST';
    if (hasBody) headers.set('content-type', 'application/json');
    const url = new URL(path, authService.publicUrl);
    return authService.auth.handler(
      new Request(url, {
        method: request.method,
        headers,
        ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
      }),
    );
  };

  /** What fails counts against the address that it came from. An address that had too many uses up no account's tries. */
  const fromAddress = async (address: string, work: () => Promise<Response>): Promise<Response> => {
    await limit.takeAddress(address);
    const response = await work();
    if (response.ok) await limit.giveBackAddress(address);
    return response;
  };

  const relay = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
    reply.code(response.status).header('cache-control', 'no-store');
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    for (const name of ['content-type', 'x-retry-after']) {
      const value = response.headers.get(name);
      if (value) reply.header(name, value);
    }
    return reply.send(await response.text());
  };

  const guarded =
    (work: (request: FastifyRequest) => Promise<Response>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        if (!isOwnOrigin(request.headers.origin, trustedOrigins)) {
          throw new ForbiddenError('This request comes from a page of another site. Open Holdout itself.');
        }
        return await relay(reply, await work(request));
      } catch (error) {
        const { status, body } = httpError(error, request.id);
        if (status === 500) report(error, request.id);
        return reply.code(status).send(body);
      }
    };

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
        // Where a second factor is still to come, tries go on counting until it is there.
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
      // Nothing else of the body: the link in the mail is ours to choose.
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

  passkeyRoutes(app, { authService, ask, fromAddress, guarded });
  secondFactorRoutes(app, { authService, ask, fromAddress, guarded, record: parts.record });

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
