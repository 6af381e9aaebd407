import { z } from 'zod';
import { cursorOf } from '../graphql/cursor-of.js';

/** Where the next page of a board begins, and the values from which its ranks and bands continue. */
export interface BoardCursor {
  /** Points and id of the last row shown. */
  value: number;
  id: string;
  /** Number of rows before the next one. */
  count: number;
  /** Rank of the last row. The next row shares it if its points are equal. */
  rank: number;
  /** Band of the last row, and the entry that leads this band. */
  band: number;
  leaderId: string;
}

const schema: z.ZodType<BoardCursor> = z.object({
  value: z.number(),
  id: z.uuid(),
  count: z.int().min(1),
  rank: z.int().min(1),
  band: z.int().min(1),
  leaderId: z.uuid(),
});

export const boardCursor = cursorOf(
  schema,
  'This page of the leaderboard does not exist. Begin at the first one.',
);
