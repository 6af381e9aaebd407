import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** What every question of a page carries: that it is no other site's, and whose organization it is about. */
export function headersOfPage(): Record<string, string> {
  const organization = organizationIn(document.cookie);
  return { 'x-holdout-csrf': '1', ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}) };
}

/**
 * One name for each action, in every log that it leaves a line in. Only a page that came over TLS, or from this machine, can make
 * one; the gateway names the rest.
 */
export function namedAnew(): Record<string, string> {
  return window.isSecureContext ? { 'x-correlation-id': crypto.randomUUID() } : {};
}
