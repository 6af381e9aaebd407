import { ForbiddenError } from '@holdout/domain';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The origins of this deployment's pages. A loopback address has all of its names. */
export function trustedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  if (!LOOPBACK.includes(url.hostname)) return [url.origin];
  return LOOPBACK.map((hostname) => {
    const other = new URL(url);
    other.hostname = hostname;
    return other.origin;
  });
}

/**
 * Whether a request comes from our own pages or from no page at all. Browsers name the origin of every request that
 * could change something, so one without it was not made by a page.
 */
export function isOwnOrigin(origin: string | undefined, trusted: readonly string[]): boolean {
  return origin === undefined || trusted.includes(origin);
}

/** @throws ForbiddenError for a page of another site */
export function assertOwnOrigin(origin: string | undefined, trusted: readonly string[]): void {
  if (!isOwnOrigin(origin, trusted))
    throw new ForbiddenError('This request comes from a page of another site. Open Holdout itself.');
}
