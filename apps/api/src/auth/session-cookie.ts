import { createHmac, timingSafeEqual } from 'node:crypto';

/** How the auth library names and signs the cookie of a session. */
export interface SessionCookie {
  name: string;
  secret: string;
}

/**
 * The token in the session's cookie, if this deployment signed it. The library checks it in the same way, but asks for a key
 * and for the signature in threads of their own, which takes longer than both: every request brings one.
 */
export function sessionTokenOf(cookies: string, { name, secret }: SessionCookie): string | null {
  const pair = cookies
    .split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${name}=`));
  const value = pair === undefined ? null : decoded(pair.slice(name.length + 1));
  const end = value?.lastIndexOf('.') ?? -1;
  if (!value || end < 1) return null;
  const token = value.slice(0, end);
  const given = Buffer.from(value.slice(end + 1));
  const right = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
