import { parseCookies } from 'better-call';
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Keys by their secret, of which a deployment has one: made once, as signing with the secret itself makes one each time. */
const keys = new Map<string, KeyObject>();

function keyOf(secret: string): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(secret, 'utf8');
  keys.set(secret, key);
  return key;
}

/**
 * The token of a session's cookie: null for a cookie that this deployment did not sign. Every request asks, and the auth
 * library's own way hands each signature to another thread, which costs more than the signature.
 */
export function sessionTokenIn(
  cookies: string,
  { name, secret }: { name: string; secret: string },
): string | null {
  const value = parseCookies(cookies).get(name) ?? '';
  const end = value.lastIndexOf('.');
  if (end < 1) return null;
  const token = value.slice(0, end);
  const signature = Buffer.from(value.slice(end + 1));
  const right = Buffer.from(createHmac('sha256', keyOf(secret)).update(token).digest('base64'));
  return signature.length === right.length && timingSafeEqual(signature, right) ? token : null;
}
