/** Limits on lessons that instructors write. Texts in characters. */
export const LESSON_LIMITS = {
  slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  slugLength: 60,
  title: 120,
  summary: 400,
  body: 60_000,
  note: 500,
  minutes: { least: 1, most: 240 },
  perStage: 60,
} as const;

export const FIGURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type FigureType = (typeof FIGURE_TYPES)[number];

export function isFigureType(type: string): type is FigureType {
  return FIGURE_TYPES.some((known) => known === type);
}

/** Limits on pictures in what instructors write. Texts in characters. */
export const FIGURE_LIMITS = {
  bytes: 2 * 1024 * 1024,
  perOrganization: 2_000,
  alternative: 500,
  caption: 300,
} as const;
