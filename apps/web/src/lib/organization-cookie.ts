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
