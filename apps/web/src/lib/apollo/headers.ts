import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Headers of every request from a page: they show that it comes from this site, and name the organization. */
export function headersOfPage(): Record<string, string> {
  const organization = organizationIn(document.cookie);
  return { 'x-holdout-csrf': '1', ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}) };
}

/**
 * A new correlation id for each action, which all its log lines carry. Only a page loaded over TLS, or from this machine,
 * can create one; otherwise the gateway does.
 */
export function namedAnew(): Record<string, string> {
  return window.isSecureContext ? { 'x-correlation-id': crypto.randomUUID() } : {};
}
