/** Limits of a criterion, whether it comes with an assignment or from a change of its rubric. */
export const CRITERION_LIMITS = {
  /** The keys of automatic criteria are names of metrics, such as `logLoss`. */
  key: /^[a-zA-Z][a-zA-Z0-9-]{0,79}$/,
  keyLength: 80,
  title: 200,
  /** Characters in a criterion's own texts. */
  text: 2000,
  weight: 100,
  /** For a criterion that a person judges. */
  levels: { least: 2, most: 9 },
  levelLabel: 100,
  levelDescription: 1000,
} as const;

/** Limits on what graders say about a review. Texts in characters. */
export const REVIEW_LIMITS = { reason: 1000 } as const;
