import { publicFetch } from '@holdout/outgoing';
import type { Reach } from '@holdout/lti';
import type { ApiConfig } from '../settings.js';

/** How platforms are spoken to. */
export const reachOf = ({ LTI_TEST_HOST }: ApiConfig): Reach => ({
  fetch: publicFetch({ internalHosts: LTI_TEST_HOST ? [LTI_TEST_HOST] : [] }),
  testHost: LTI_TEST_HOST,
});

/** What an administrator enters at a platform. */
export function toolUrls(publicUrl: string, slug: string) {
  const at = (name: string) => new URL(`/lti/${slug}/${name}`, publicUrl).href;
  return { loginUrl: at('login'), launchUrl: at('launch'), keysUrl: at('jwks.json') };
}

/** How long somebody may take from the link in a course to its assignment, signing in included. */
export const LAUNCH_MS = 15 * 60 * 1000;
