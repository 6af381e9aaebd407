import type { CandidateSpot } from '@holdout/db';
import { z } from 'zod';
import { cursorOf } from '../graphql/cursor-of.js';

const spot = z.object({
  portfolioId: z.uuid(),
  newestAt: z.coerce.date<Date>(),
}) satisfies z.ZodType<CandidateSpot>;

export const candidateCursor = cursorOf(spot, 'This is no place in the list. Begin at the first page.');
