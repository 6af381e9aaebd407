import { z } from 'zod';

const files = z.array(z.object({ path: z.string(), text: z.string() })).readonly();

/** What the program that compares is given. */
export const comparisonRequest = z.object({
  works: z.array(z.object({ id: z.string(), studentId: z.string(), isEarlier: z.boolean(), files })),
  given: z.array(files),
});
export type ComparisonRequest = z.infer<typeof comparisonRequest>;
