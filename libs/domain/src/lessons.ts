/** Bounds of what instructors write as a lesson. Texts in characters. */
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
