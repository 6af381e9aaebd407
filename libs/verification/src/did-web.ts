/** Machines that have no certificate of their own: a deployment being tried out. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const SEGMENT = /^[A-Za-z0-9._%-]+$/;

/**
 * Where the document of a `did:web` issuer lies. Null for other methods and malformed names.
 * HTTPS, as the method demands; only for an address on the reader's own machine it is HTTP.
 */
export function didWebAddress(did: string): string | null {
  const [scheme, method, ...parts] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || parts.length === 0) return null;
  if (!parts.every((part) => SEGMENT.test(part))) return null;
  const [host = '', ...path] = parts.map(decoded);
  if (!/^[A-Za-z0-9.-]+(:\d+)?$/.test(host) && !LOCAL.test(host)) return null;
  if (path.some((segment) => segment === '' || segment.includes('/') || segment === '..')) return null;
  const folder = path.length > 0 ? path.map(encodeURIComponent).join('/') : '.well-known';
  return `${LOCAL.test(host) ? 'http' : 'https'}://${host}/${folder}/did.json`;
}

/** The name of an issuer whose document lies at `<publicUrl>/<path…>/did.json`. */
export function didWebOf(publicUrl: string, ...path: string[]): string {
  const { host } = new URL(publicUrl);
  return ['did', 'web', encodeURIComponent(host), ...path.map(encodeURIComponent)].join(':');
}

/** Empty for a malformed escape, which no host and no path is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
