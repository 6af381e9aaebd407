import { ForbiddenError } from '@holdout/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '../http/http-errors.js';
import { isOwnOrigin } from '../http/origins.js';
import { CLIENT_ADDRESS_HEADER, type AuthService } from './auth.js';

export const BODY_BYTES = 16 * 1024;

const PASSED_TO_LIBRARY = ['cookie', 'origin', 'referer', 'user-agent'];
const PASSED_TO_BROWSER = ['content-type', 'x-retry-after'];

export interface SignInRouteOptions {
  authService: AuthService;
  trustedOrigins: readonly string[];
  report: (error: unknown, correlationId: string) => void;
}

/** What all routes for signing in have in common. */
export interface SignInRouteParts {
  authService: AuthService;
  /** Sends a request to the auth library, on behalf of the request that came in. */
  ask: (request: FastifyRequest, path: string, body: unknown) => Promise<Response>;
  /** Failures count against the address they came from. An address with too many uses up no account's attempts. */
  fromAddress: (address: string, work: () => Promise<Response>) => Promise<Response>;
  /** Accepts requests from our own pages only, and answers errors in our own words. */
  guarded: (
    work: (request: FastifyRequest) => Promise<Response>,
  ) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}

export function signInRouteParts(options: SignInRouteOptions): SignInRouteParts {
  const { authService, trustedOrigins, report } = options;
  const limit = authService.signInLimit;
  return {
    authService,
    ask: (request, path, body) => authService.auth.handler(libraryRequest(request, path, body, authService)),
    fromAddress: async (address, work) => {
      await limit.takeAddress(address);
      const response = await work();
      if (response.ok) await limit.giveBackAddress(address);
      return response;
    },
    guarded: (work) => async (request, reply) => {
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
    },
  };
}

function libraryRequest(
  request: FastifyRequest,
  path: string,
  body: unknown,
  { publicUrl }: AuthService,
): Request {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: request.ip });
  for (const name of PASSED_TO_LIBRARY) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = request.method === 'POST';
  if (hasBody) headers.set('content-type', 'application/json');
  return new Request(new URL(path, publicUrl), {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
}

async function relay(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).header('cache-control', 'no-store');
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  for (const name of PASSED_TO_BROWSER) {
    const value = response.headers.get(name);
    if (value) reply.header(name, value);
  }
  return reply.send(await response.text());
}
