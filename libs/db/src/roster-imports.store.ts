import { NotFoundError, ROSTER_LIMITS, type Role, type RosterSource } from '@holdout/domain';
import type { Tx } from './database.js';
import type { RosterChange } from './generated/client.js';
import { checkedId, newId } from './ids.js';
import { rowsOf } from './rows-of.js';

/** What a row of a roster asked for, and what came of it. */
export interface RosterRowRecord {
  line: number;
  role: Role;
  /** Set for students only. */
  cohortId: string | null;
  change: RosterChange;
  /** The invitation that was created, redirected to another cohort, or found. */
  invitationId: string | null;
  /** The person, if they already had any role here. */
  userId: string | null;
  /** The cohort that a redirected invitation led to before. */
  cohortBeforeId: string | null;
}

export interface NewRosterImport {
  organizationId: string;
  source: RosterSource;
  name: string;
  importedById: string;
  invited: number;
  placed: number;
  unchanged: number;
  refused: number;
  rows: readonly RosterRowRecord[];
}

/**
 * Blocks other imports of the organization, and undoing them, until the transaction ends, so that each sees what the
 * previous one did.
 */
export async function lockRosters(tx: Tx, organizationId: string): Promise<void> {
  await planEachTime(tx);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'rosters:' + organizationId}, 0))`;
}

/**
 * Plans each statement anew for the rest of the transaction. A plan cached for a roster of ten rows would compare
 * each row with each other in one of ten thousand.
 */
export async function planEachTime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`;
}

/** Records an import, and deletes the rows of imports that are too old to be undone. Returns its id. */
export async function recordRosterImport(
  tx: Tx,
  { rows, organizationId, ...made }: NewRosterImport,
): Promise<string> {
  const id = newId();
  // `clock_timestamp()`, not the transaction's start: it may have begun before the previous import's transaction, and
  // waited for it.
  await rowsOf(tx)`
    INSERT INTO roster_imports (id, organization_id, source, name, imported_by_id, invited, placed, unchanged, refused, created_at)
    VALUES (${id}::uuid, ${organizationId}::uuid, ${made.source}::"RosterSource", ${made.name}, ${made.importedById}::uuid,
      ${made.invited}::int, ${made.placed}::int, ${made.unchanged}::int, ${made.refused}::int, clock_timestamp())`;
  const column = <K extends keyof RosterRowRecord>(name: K) => rows.map((row) => row[name]);
  await rowsOf(tx)`
    INSERT INTO roster_rows (organization_id, import_id, line, role, cohort_id, change, invitation_id, user_id, cohort_before_id)
    SELECT ${organizationId}::uuid, ${id}::uuid, n.line, n.role::"Role", n.cohort_id, n.change::"RosterChange", n.invitation_id,
      n.user_id, n.cohort_before_id
    FROM unnest(${column('line')}::int[], ${column('role')}::text[], ${column('cohortId')}::uuid[], ${column('change')}::text[],
      ${column('invitationId')}::uuid[], ${column('userId')}::uuid[], ${column('cohortBeforeId')}::uuid[])
      AS n(line, role, cohort_id, change, invitation_id, user_id, cohort_before_id)`;
  await forgetOldRows(tx);
  return id;
}

async function forgetOldRows(tx: Tx): Promise<void> {
  const { undoDays, undoImports } = ROSTER_LIMITS;
  await rowsOf(tx)`
    WITH old AS (
      UPDATE roster_imports i SET forgotten_at = now()
      WHERE i.forgotten_at IS NULL AND (i.created_at < now() - make_interval(days => ${undoDays}::int)
        OR i.id IN (SELECT o.id FROM roster_imports o ORDER BY o.created_at DESC, o.id DESC OFFSET ${undoImports}::int))
      RETURNING i.id
    )
    DELETE FROM roster_rows r USING old WHERE r.import_id = old.id`;
}

/** Newest first. `after` is the id of the last import of the previous page. */
export async function rosterImportPage(tx: Tx, { first, after }: { first: number; after: string | null }) {
  const rows = await tx.rosterImport.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** @throws NotFoundError */
export async function rosterImportById(tx: Tx, importId: string) {
  const found = await tx.rosterImport.findUnique({ where: { id: checkedId(importId, 'The import') } });
  if (!found) throw new NotFoundError('The import');
  return found;
}
