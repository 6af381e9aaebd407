/** Holds the slug of the organization in view. Readable by scripts: it grants nothing, the api checks the membership. */
export const ORGANIZATION_COOKIE = 'holdout-organization';
export const ORGANIZATION_HEADER = 'x-holdout-organization';

/** Find the slug in a `document.cookie` string; null when none was chosen. */
export function organizationIn(cookies: string): string | null {
  for (const part of cookies.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === ORGANIZATION_COOKIE && value) return decodeURIComponent(value);
  }
  return null;
}

/** Puts an organization in view, from the next page on. */
export function rememberOrganization(slug: string): void {
  document.cookie = `${ORGANIZATION_COOKIE}=${encodeURIComponent(slug)}; path=/; max-age=31536000; samesite=lax`;
}

/** Puts the organization in view that whoever signs in is in first. */
export function forgetOrganization(): void {
  document.cookie = `${ORGANIZATION_COOKIE}=; path=/; max-age=0; samesite=lax`;
}
