import { z } from 'zod';
import { ApiError } from '../errors.js';
import { codeOf, jsonOf, notHoldout, request, send, type Access } from './client.js';
import { createApiKeyMutation } from './documents.js';

const refusal = z.object({ message: z.string() });

/**
 * Sign in once with a password and create a key for this computer; the session is ended again.
 * @returns the key's secret
 * @throws ApiError when the server refuses, ConnectionError when it cannot be reached.
 */
export async function createKey(
  url: string,
  email: string,
  password: string,
  keyName: string,
): Promise<string> {
  const origin = new URL(url).origin;
  const response = await send({ url, headers: { origin } }, '/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw refused(url, response.status, jsonOf(await response.text()));
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter(Boolean)
    .join('; ');
  if (!cookie) throw notHoldout(url, response.status);
  const session: Access = { url, headers: { origin, cookie } };
  const { createApiKey } = await request(session, createApiKeyMutation, { name: keyName });
  await send(session, '/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return createApiKey.secret;
}

function refused(url: string, status: number, body: unknown): Error {
  const said = refusal.safeParse(body);
  if (!said.success) return notHoldout(url, status);
  if (status === 401)
    return new ApiError('The e-mail address and the password do not match. Try again.', 'UNAUTHENTICATED');
  return new ApiError(
    said.data.message,
    codeOf(status === 429 ? 'RATE_LIMITED' : status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL'),
  );
}
