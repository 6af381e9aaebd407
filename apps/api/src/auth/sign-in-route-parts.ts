import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthService } from './auth.js';

export const BODY_BYTES = 16 * 1024;

/** What every route of sign-in goes through. */
export interface SignInRouteParts {
  authService: AuthService;
  /** Asks the auth library in the name of a request. */
  ask: (request: FastifyRequest, path: string, body: unknown) => Promise<Response>;
  /** What fails counts against the address that it came from. */
  fromAddress: (address: string, work: () => Promise<Response>) => Promise<Response>;
  /** From pages of ours alone; what went wrong is answered in our words. */
  guarded: (
    work: (request: FastifyRequest) => Promise<Response>,
  ) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}
