export const IMPERSONATION_LIMITS = {
  /** How long one lasts at most. */
  minutes: 30,
  /** Characters. */
  reason: 500,
} as const;
