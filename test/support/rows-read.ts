import type { Database, Tx } from '@holdout/db';
import type { School } from './school.js';

/** How many rows of the large tables the queries of `work` touch, as PostgreSQL counts them, where pages read. */
export function rowsRead(
  database: Database,
  school: School,
  work: (tx: Tx) => Promise<unknown>,
): Promise<number> {
  const context = { organizationId: school.organizationId, userId: null, isReadOnly: true };
  return database.inTenant(context, async (tx) => {
    const before = await counted(tx);
    await work(tx);
    return (await counted(tx)) - before;
  });
}

async function counted(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ read: number }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
    WHERE relname IN ('runs', 'submissions', 'scores', 'leaderboard_entries', 'reviews')`;
  return row?.read ?? 0;
}
