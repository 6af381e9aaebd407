import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { SignInProblem } from './sign-in-problem.js';

/** What a fault of the library or of the network means for somebody who signs in. */
export function problemOf(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'DECLINED' : 'ANSWER';
  if (error instanceof ResponseBodyError) return 'ANSWER';
  const faults = causesOf(error);
  if (faults.some(isAboutIssuer)) return 'ISSUER';
  return faults.some(isOfNetwork) ? 'UNREACHABLE' : 'ANSWER';
}

/** The error, what caused it, and so on. */
export function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...causesOf(error.cause)];
}

/** The document, the answer or the token names another issuer than the one that was asked. */
function isAboutIssuer({ message, cause }: Error): boolean {
  if (/\bissuer\b|"iss"/.test(message)) return true;
  return typeof cause === 'object' && cause !== null && 'claim' in cause && cause.claim === 'iss';
}

const NETWORK =
  /^(E(CONNREFUSED|CONNRESET|NOTFOUND|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE|AI_AGAIN)|OAUTH_TIMEOUT|OAUTH_RESPONSE_IS_NOT_CONFORM|(UNABLE|CERT|DEPTH|SELF|ERR_TLS).*)$/;

function isOfNetwork(error: Error): boolean {
  if (error.name === 'TimeoutError' || error.name === 'BadUserInputError') return true;
  return 'code' in error && typeof error.code === 'string' && NETWORK.test(error.code);
}
