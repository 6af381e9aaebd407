import { z } from 'zod';
import { cursorOf } from '../graphql/cursor-of.js';

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
