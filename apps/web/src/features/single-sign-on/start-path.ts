/** Where signing in at an organization's provider begins. The API leads on from there. */
export const startPath = (slug: string, next: string): string =>
  `/auth/sso/${encodeURIComponent(slug)}/start?${new URLSearchParams({ next }).toString()}`;
