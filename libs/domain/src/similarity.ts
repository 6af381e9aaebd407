const MIB = 1024 * 1024;

/** What is compared at most, and how often. */
export const SIMILARITY_LIMITS = {
  /** Works in one report, the newest. */
  works: 1_000,
  /** Code in one work; one with more is left out. */
  workBytes: 1 * MIB,
  /** Code in one report; the newest works that fit are compared. */
  bytes: 64 * MIB,
  seconds: 300,
  /** Reports of an organization in a day. */
  reportsPerDay: 50,
} as const;
