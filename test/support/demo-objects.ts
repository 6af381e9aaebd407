import { DEMO, type ApiLab } from './api-lab.js';

/** The id of something of every kind in the demo organization. */
export const OBJECT = '0193a000-0000-7000-8000-0000000d0d0d';
/** Its name, its slug and all else that it says. */
export const SECRET = 'demo-only';

interface Column {
  table: string;
  column: string;
  type: string;
  /** First value of an enum. */
  label: string | null;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    (SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder LIMIT 1) AS label
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'organization_id')
    AND (a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' OR a.attname = 'id')
  ORDER BY c.relname, a.attnum`;

/** Columns that say whose something is. */
const OWNER = /^(student|user|author|manager|requested_by)(_id)?$/;

function valueOf({ table, column, type, label }: Column, owner: string): string {
  if (column === 'organization_id') return `'${DEMO}'`;
  if (label !== null) return `'${label}'`;
  // The owner has all the memberships that there can be.
  if (OWNER.test(column) && table !== 'memberships') return `'${owner}'`;
  if (type === 'uuid') return `'${OBJECT}'`;
  if (type.endsWith('[]')) return `'{}'`;
  if (type.startsWith('json')) return `'{}'`;
  if (type.startsWith('timestamp')) return `now() + interval '1 day'`;
  if (type === 'boolean') return 'true';
  if (/^(integer|bigint|smallint|double|numeric|real)/.test(type)) return '1';
  if (column === 'id') return `'${OBJECT}'`;
  return `'${SECRET}'`;
}

/** Places a row in every tenant table. The rows are made from the catalog alone, so a new table gets one too. */
export class DemoObjects {
  private constructor(
    private readonly lab: ApiLab,
    readonly tables: readonly string[],
    private readonly inserts: string,
  ) {}

  /** @param owner whose these things are */
  static async place(lab: ApiLab, owner: string): Promise<DemoObjects> {
    const columns = await lab.sql<Column & Record<string, unknown>>(COLUMNS);
    const tables = [...new Set(columns.map(({ table }) => table))];
    const checks = await lab.sql<{ drop: string }>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    await lab.sql(checks.map(({ drop }) => drop).join(';'));
    const inserts = tables.map((table) => {
      const own = columns.filter((column) => column.table === table);
      // A changed row is replaced, but one without an id is left as it is.
      const gone = own.some(({ column }) => column === 'id')
        ? `DELETE FROM ${table} WHERE id::text = '${OBJECT}';`
        : '';
      return `${gone} INSERT INTO ${table} (${own.map(({ column }) => column).join(', ')})
        VALUES (${own.map((column) => valueOf(column, owner)).join(', ')}) ON CONFLICT DO NOTHING`;
    });
    // Past foreign keys and triggers: these rows are only there to be looked for.
    const objects = new DemoObjects(
      lab,
      tables,
      ['SET session_replication_role = replica', ...inserts].join(';\n'),
    );
    await objects.restore();
    return objects;
  }

  /** Puts back those that are gone or changed. */
  async restore(): Promise<void> {
    await this.lab.sql(this.inserts);
  }

  /** A digest of all that the demo organization has, table by table: equal as long as nothing of it changed. */
  async fingerprint(): Promise<Record<string, string>> {
    const parts = this.tables.map(
      (table) =>
        `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS digest
         FROM ${table} t WHERE organization_id = '${DEMO}'`,
    );
    const rows = await this.lab.sql<{ name: string; digest: string }>(parts.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  }
}
