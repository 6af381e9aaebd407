import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

/** Where the next page of a board begins, and what its ranks and bands go on from. */
export interface BoardCursor {
  /** Points and entry of the last row shown. */
  value: number;
  id: string;
  /** Rows before the next one. */
  count: number;
  /** Rank of the last row: an equal one shares it. */
  rank: number;
  /** Band of the last row, and the entry that leads it. */
  band: number;
  leaderId: string;
}

const schema = z.object({
  value: z.number(),
  id: z.uuid(),
  count: z.int().min(1),
  rank: z.int().min(1),
  band: z.int().min(1),
  leaderId: z.uuid(),
});

export function encodeCursor(cursor: BoardCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws BadUserInputError for what was not made by `encodeCursor` */
export function decodeCursor(text: string): BoardCursor {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw new BadUserInputError('This page of the leaderboard does not exist. Begin at the first one.', {
        field: 'after',
      });
    throw error;
  }
}
