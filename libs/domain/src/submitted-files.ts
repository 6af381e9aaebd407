import { z } from 'zod';

/** How the text files of a submission are kept, as the sandbox unpacked them. What is no text, or too long, has none. */
export const submittedFiles = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int(), text: z.string().nullable() })),
});
