import { LAUNCH_MS } from './lti.settings.js';

const NAME = 'holdout.lti';

/** What a browser holds to show that it is the one that began a launch; null for none. */
export function browserSecretIn(cookies: string | undefined): string | null {
  return /(?:^|; )holdout\.lti=([\w-]{43})(?:;|$)/.exec(cookies ?? '')?.[1] ?? null;
}

/** For the steps of launches alone, and as long as one may take. */
export function browserSecretCookie(secret: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${secret}; Path=/lti; Max-Age=${LAUNCH_MS / 1000}; HttpOnly; SameSite=Lax${secure}`;
}
