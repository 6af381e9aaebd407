/** Bounds of what an organization or a cohort is called, and looks like. */
export const ORGANIZATION_LIMITS = {
  /** Characters. */
  name: 120,
  slug: 40,
  /** Maximum size of a logo. */
  logoBytes: 128 * 1024,
  leastWeight: 0.1,
  mostWeight: 100,
} as const;

/** Colours that an organization may have: none that means something already, each readable on every surface of both themes. */
export const ACCENTS = ['TEAL', 'INDIGO', 'PLUM', 'GRAPHITE'] as const;
export type Accent = (typeof ACCENTS)[number];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether an organization or a cohort may have this for its part of addresses. */
export function isPlaceSlug(slug: string): boolean {
  return slug.length >= 2 && slug.length <= ORGANIZATION_LIMITS.slug && SLUG.test(slug);
}

/** Whether a clock of this name is known, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  try {
    return (
      /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name) &&
      !!new Intl.DateTimeFormat('en', { timeZone: name })
    );
  } catch {
    return false;
  }
}
