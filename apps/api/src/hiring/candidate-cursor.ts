import type { CandidateSpot } from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

const spot = z.object({ portfolioId: z.uuid(), newestAt: z.coerce.date() });

export const encodeSpot = ({ portfolioId, newestAt }: CandidateSpot): string =>
  Buffer.from(JSON.stringify({ portfolioId, newestAt })).toString('base64url');

/** @throws BadUserInputError */
export function decodeSpot(cursor: string): CandidateSpot {
  try {
    return spot.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new BadUserInputError('This is no place in the list. Begin at the first page.', { field: 'after' });
  }
}
