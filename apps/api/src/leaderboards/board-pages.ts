import { Injectable } from '@nestjs/common';
import { leaderboardEntry, leaderboardPage, type Board, type BoardRow, type Tx } from '@holdout/db';
import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { BoardBands } from './board-bands.js';
import { boardCursor, type BoardCursor } from './board-cursor.js';
import type { Place } from './rank-page.js';

/** How many rows are kept in memory, of all pages. Each takes about a kilobyte. */
const MOST_ROWS = 50_000;
/** As long as names stay in memory, so that nobody's encrypted name and key stay longer than those. */
const MOST_KEPT_MS = 10 * 60_000;

/** A page as it is for everybody who may see it. Names are in it as they are stored: encrypted. */
export interface PlacedPage {
  rows: readonly (BoardRow & Place)[];
  hasNextPage: boolean;
  endCursor: string | null;
}

/** A page, and the state of the organization's boards that was looked up before it was read. */
interface Kept {
  state: string;
  page: PlacedPage;
}

interface Asked {
  first: number;
  /** Where the page before ended; null for the first one. */
  before: BoardCursor | null;
}

/**
 * Pages of leaderboards. One is read once and kept until the organization's revision shows that something changed of what
 * its boards show, or to whom. Those who see held grades have pages of their own.
 */
@Injectable()
export class BoardPages {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST_ROWS,
    sizeCalculation: ({ page }) => page.rows.length + 1,
    ttl: MOST_KEPT_MS,
    ttlAutopurge: true,
  });

  constructor(private readonly bands: BoardBands) {}

  async of(operation: Operation, board: Board, asked: Asked): Promise<PlacedPage> {
    const state = await operation.boardState();
    const member = await operation.member();
    const seesHeld = isStaff(member);
    const key = JSON.stringify([member.organization.id, seesHeld, board, asked]);
    const known = this.kept.get(key);
    if (known && known.state === state) return known.page;
    const read = await this.read(await operation.tx(), board, asked);
    // Roles may have changed since the viewer's were looked up. Then the page is for this viewer alone.
    if (state !== null && (read.seesHeld ?? seesHeld) === seesHeld)
      this.kept.set(key, { state, page: read.page });
    return read.page;
  }

  private async read(
    tx: Tx,
    board: Board,
    { first, before }: Asked,
  ): Promise<{ page: PlacedPage; seesHeld: boolean | null }> {
    const [{ rows, hasNextPage, seesHeld }, leader] = await Promise.all([
      leaderboardPage(tx, board, { first, after: before }),
      before && leaderboardEntry(tx, board, before.leaderId),
    ]);
    const { places, leaderId } = await this.bands.of(tx, rows, before && { cursor: before, leader });
    const last = rows.at(-1);
    const lastPlace = places.at(-1);
    const endCursor =
      last && lastPlace && leaderId
        ? boardCursor.encode({
            value: last.value,
            id: last.id,
            rank: lastPlace.rank,
            count: (before?.count ?? 0) + rows.length,
            leaderId,
            band: Math.max(...places.map(({ band }) => band)),
          })
        : null;
    const placed = rows.map((row, index) => ({ ...row, ...(places[index] ?? { rank: 0, band: 0 }) }));
    return { page: { rows: placed, hasNextPage, endCursor }, seesHeld };
  }
}
