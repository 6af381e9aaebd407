import { RateLimitedError, safeNext } from '@holdout/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AuthService } from '../auth/auth.js';
import { organizationCookie } from '../http/organization-cookie.js';
import { SignInRefused, type SignInProblem } from './sign-in-problem.js';
import type { SignInThrough } from './sign-in-through.service.js';

/** Which browser began a sign-in. */
const BROWSER_COOKIE = 'holdout-single-sign-on';

const secret = z.string().regex(/^[\w-]{43}$/);
const startQuery = z.object({ next: z.string().max(500).optional() });
const returnedQuery = z.object({ state: secret });

export interface SingleSignOnRouteParts {
  authService: AuthService;
  signIn: SignInThrough;
  report: (error: unknown, correlationId: string) => void;
}

/** To the provider of an organization, and back. Both are pages that a browser is led through: what goes wrong, a page of ours says. */
export function singleSignOnRoutes(app: FastifyInstance, parts: SingleSignOnRouteParts): void {
  const { authService, signIn, report } = parts;
  const isSecure = new URL(authService.publicUrl).protocol === 'https:';

  const cookie = (name: string, value: string, maxAge: number, more = '') =>
    [`${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax`, more, isSecure ? 'Secure' : '']
      .filter(Boolean)
      .join('; ');

  const leadTo = (reply: FastifyReply, address: string, cookies: string[]): FastifyReply => {
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return reply
      .header('cache-control', 'no-store')
      .redirect(new URL(address, authService.publicUrl).href, 303);
  };

  const sayWhy = (request: FastifyRequest, reply: FastifyReply, error: unknown, known: string | null) => {
    const { problem, slug } = explained(error, known);
    if (problem === 'INTERNAL') report(error, request.id);
    const page = slug ? `/sign-in/with/${encodeURIComponent(slug)}` : '/sign-in/with';
    const query = new URLSearchParams({ problem });
    if (problem === 'INTERNAL') query.set('correlation', request.id);
    return leadTo(reply, `${page}?${query.toString()}`, []);
  };

  app.get<{ Params: { slug: string } }>('/auth/sso/:slug/start', async (request, reply) => {
    const { slug } = request.params;
    try {
      await authService.singleSignOnLimit.takeAddress(request.ip);
      const next = safeNext(startQuery.safeParse(request.query).data?.next);
      const { address, browser, lastsSeconds } = await signIn.begin(slug, next);
      return await leadTo(reply, address.href, [cookie(BROWSER_COOKIE, browser, lastsSeconds, 'HttpOnly')]);
    } catch (error) {
      return sayWhy(request, reply, error, slug);
    }
  });

  app.get('/auth/sso/callback', async (request, reply) => {
    try {
      await authService.signInLimit.takeAddress(request.ip);
      const { userId, organizationId, slug, next } = await signIn.end(returnedIn(request));
      await authService.signInLimit.giveBackAddress(request.ip);
      return await leadTo(reply, next, [
        // A new session at every sign-in, for this organization alone.
        ...(await authService.sessionFor({ userId, organizationId }, request)),
        organizationCookie(slug, authService.publicUrl),
        cookie(BROWSER_COOKIE, '', 0, 'HttpOnly'),
      ]);
    } catch (error) {
      return sayWhy(request, reply, error, null);
    }
  });
}

/** @throws SignInRefused when this cannot be the answer to anything that was begun here */
function returnedIn(request: FastifyRequest) {
  const state = returnedQuery.safeParse(request.query).data?.state;
  const kept = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === BROWSER_COOKIE)?.[1];
  const browser = secret.safeParse(kept).data;
  if (!state || !browser) throw new SignInRefused('STALE');
  return { query: request.url.split('?')[1] ?? '', state, browser };
}

function explained(error: unknown, slug: string | null): { problem: SignInProblem; slug: string | null } {
  if (error instanceof SignInRefused) return { problem: error.problem, slug: error.slug ?? slug };
  if (error instanceof RateLimitedError) return { problem: 'TOO_MANY', slug };
  return { problem: 'INTERNAL', slug };
}
