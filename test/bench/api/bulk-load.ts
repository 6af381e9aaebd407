import type pg from 'pg';

/**
 * Fills tables while their indexes rest, then builds these at once: a million random keys, each looked up where it goes, take
 * many times as long. Constraints are not asked meanwhile, and no trigger runs. For a superuser.
 */
export async function bulkLoad(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off;
    SET maintenance_work_mem = '512MB'`);
  await client.query(
    `UPDATE pg_index SET indisready = false, indisvalid = false WHERE indrelid = ANY ($1::regclass[])`,
    [tables],
  );
  await work();
  // Makes an index ready and valid again, and refuses what is in a unique one twice.
  for (const table of tables) await client.query(`REINDEX TABLE ${table}`);
}

/** Rows that are like one, but for the columns that an expression changes. */
export async function insertCopies(
  client: pg.Client,
  table: string,
  template: Readonly<Record<string, unknown>>,
  { from, changed }: { from: string; changed: Readonly<Record<string, string>> },
): Promise<void> {
  const columns = Object.keys(template);
  await client.query(
    `WITH template AS MATERIALIZED (SELECT (jsonb_populate_record(NULL::${table}, $1)).*)
     INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => changed[column] ?? `template.${column}`).join(', ')} FROM template, ${from}`,
    [JSON.stringify(template)],
  );
}
