import { z } from 'zod';

/** What the scorer writes of an author's mistakes. */
export const problemsFile = z.array(
  z.object({
    path: z.string(),
    file: z.string(),
    line: z.int().positive().nullable(),
    column: z.string().nullable(),
    message: z.string(),
    suggestion: z.string(),
  }),
);
