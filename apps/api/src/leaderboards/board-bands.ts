import { Injectable } from '@nestjs/common';
import { resamplesOf, type LeaderboardEntry, type Tx } from '@holdout/db';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { rankPage, type Before, type Placed } from './rank-page.js';

/** Pages whose ranks are kept in memory; a page of fifty takes about 4 KB. */
const MOST_PAGES = 2_000;

/**
 * Ranks and bands of leaderboard pages. They depend only on the scores on the page, and a score never changes. So a
 * page is compared once, from a thousand resamples of each score, and the result is kept until its entries change.
 */
@Injectable()
export class BoardBands {
  private readonly placed = new LRUCache<string, Placed>({ max: MOST_PAGES });

  async of(
    tx: Tx,
    entries: readonly LeaderboardEntry[],
    before: Before<LeaderboardEntry> | null,
  ): Promise<Placed> {
    const key = keyOf(entries, before);
    const known = this.placed.get(key);
    if (known) return known;
    const leader = before?.leader ?? null;
    const resamples = await resamplesOf(
      tx,
      [...entries, ...(leader ? [leader] : [])].map(({ scoreId }) => scoreId),
    );
    const resampled = (entry: LeaderboardEntry) => ({
      ...entry,
      resamples: resamples.get(entry.scoreId) ?? [],
    });
    const placed = rankPage(
      entries.map(resampled),
      before && { cursor: before.cursor, leader: leader && resampled(leader) },
    );
    this.placed.set(key, placed);
    return placed;
  }
}

/** Covers everything that ranks and bands depend on. */
function keyOf(entries: readonly LeaderboardEntry[], before: Before<LeaderboardEntry> | null): string {
  const scores = [...(before?.leader ? [before.leader] : []), ...entries];
  const hash = createHash('sha256').update(JSON.stringify(before?.cursor ?? null));
  for (const { id, scoreId, value } of scores) hash.update(`${id} ${scoreId} ${value} `);
  return hash.digest('base64');
}
