const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The web app's: the organization in view. It grants nothing. */
export function organizationCookie(slug: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `holdout-organization=${encodeURIComponent(slug)}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
