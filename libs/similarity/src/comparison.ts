import { z } from 'zod';

const lineRange = z.object({ file: z.int(), from: z.int(), to: z.int() });

/** Code that two works have in common. Files by their place in the work; lines from 1, first and last included. */
export const match = z.object({ left: lineRange, right: lineRange });

/** What came of comparing works. */
export const comparison = z.object({
  works: z.array(
    z.object({
      id: z.string(),
      /** Fingerprints of its own: neither given nor common. */
      fingerprints: z.int(),
      isTooShort: z.boolean(),
    }),
  ),
  /** Each pair is two students' most similar works; most similar first. */
  pairs: z.array(
    z.object({
      left: z.string(),
      right: z.string(),
      /** Shared fingerprints of all that the two have, both counted: 2·shared / (left + right). */
      similarity: z.number(),
      /** How much of each lies in the other. */
      leftShare: z.number(),
      rightShare: z.number(),
      /** Lines of the left one that are matched. */
      matchedLines: z.int(),
      matches: z.array(match),
    }),
  ),
  /** Pairs of students that were compared, by similarity in twentieths. */
  histogram: z.array(z.int()),
  /** Fingerprints that so many students have that they tell nothing. */
  commonFingerprints: z.int(),
});

export type LineRange = z.infer<typeof lineRange>;
export type Match = z.infer<typeof match>;
export type Comparison = z.infer<typeof comparison>;
export type ComparedPair = Comparison['pairs'][number];
