import { z } from 'zod';
import { ApiError } from '../errors.js';
import { codeOf, jsonOf, notHoldout, request, send, type Access } from './client.js';
import { createApiKeyMutation } from './documents.js';

const refusal = z.object({ message: z.string() });
const pending = z.object({ twoFactorRedirect: z.literal(true) });

export interface SignInAnswers {
  email: string;
  password: string;
  /** Asked for only where the account has a second factor. */
  code: () => Promise<string>;
}

/**
 * Sign in once with a password and create a key for this computer; the session is ended again.
 * @returns the key's secret
 * @throws ApiError when the server refuses, ConnectionError when it cannot be reached.
 */
export async function createKey(
  url: string,
  { email, password, code }: SignInAnswers,
  keyName: string,
): Promise<string> {
  const origin = new URL(url).origin;
  const first = await post({ url, headers: { origin } }, '/auth/sign-in/email', { email, password });
  const begun: Access = { url, headers: { origin, cookie: first.cookie } };
  const session = pending.safeParse(first.body).success ? await secondStep(begun, await code()) : begun;
  const { createApiKey } = await request(session, createApiKeyMutation, { name: keyName });
  await post(session, '/auth/sign-out', {});
  return createApiKey.secret;
}

/** What the authenticator app shows, or one of the codes that work once. */
async function secondStep(begun: Access, given: string): Promise<Access> {
  const code = given.replaceAll(/\s/g, '');
  const step = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code';
  const { cookie } = await post(begun, `/auth/two-factor/${step}`, { code });
  return { ...begun, headers: { ...begun.headers, cookie } };
}

async function post(access: Access, path: string, body: object): Promise<{ cookie: string; body: unknown }> {
  const response = await send(access, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = jsonOf(await response.text());
  if (!response.ok) throw refused(access.url, path, response.status, answer);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter(Boolean)
    .join('; ');
  if (!cookie) throw notHoldout(access.url, response.status);
  return { cookie, body: answer };
}

function refused(url: string, path: string, status: number, body: unknown): Error {
  const said = refusal.safeParse(body);
  if (!said.success) return notHoldout(url, status);
  if (status === 401 && path.startsWith('/auth/two-factor/'))
    return new ApiError(
      'This is not the code that is due. App codes change every 30 seconds; a backup code works once. Sign in again.',
      'UNAUTHENTICATED',
    );
  if (status === 401)
    return new ApiError('The e-mail address and the password do not match. Try again.', 'UNAUTHENTICATED');
  return new ApiError(
    said.data.message,
    codeOf(status === 429 ? 'RATE_LIMITED' : status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL'),
  );
}
