import type pg from 'pg';

/** What the catalog says of a database, as far as those who are at work in it notice a change. */
interface Catalog {
  /** File of each table, by its name: another one means that every row was written anew. */
  tables: Map<string, string>;
  /** By table and name: type, and whether a row must have it. */
  columns: Map<string, { type: string; isRequired: boolean; hasDefault: boolean }>;
  /** Table of each index. */
  indexes: Map<string, string>;
  /** By table and name: whether every row was looked at. */
  constraints: Map<string, { table: string; isValid: boolean }>;
  /** What apps may call, with what it answers. */
  functions: Map<string, string>;
  /** `role privilege table` of the apps' roles. */
  grants: Set<string>;
}

const SCHEMAS = `('public', 'auth', 'fair_queue')`;
const ROLES = `('holdout_api', 'holdout_auth', 'holdout_worker')`;
const TABLES = `
  SELECT c.oid::regclass::text AS name, pg_relation_filenode(c.oid)::text AS value FROM pg_class c
  WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ${SCHEMAS}`;
const COLUMNS = `
  SELECT a.attrelid::regclass || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS required, a.atthasdef AS defaulted
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace::regnamespace::text IN ${SCHEMAS}`;
const INDEXES = `
  SELECT i.indexrelid::text AS name, i.indrelid::regclass::text AS value FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace::regnamespace::text IN ${SCHEMAS}`;
const CONSTRAINTS = `
  SELECT k.conrelid::regclass || '.' || k.conname AS name, k.conrelid::regclass::text AS table, k.convalidated AS valid
  FROM pg_constraint k WHERE k.contype IN ('c', 'f') AND k.connamespace::regnamespace::text IN ${SCHEMAS}`;
const FUNCTIONS = `
  SELECT p.oid::regprocedure::text AS name, pg_get_function_result(p.oid) AS value FROM pg_proc p
  WHERE p.pronamespace::regnamespace::text IN ${SCHEMAS}
    AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname IN ${ROLES} AND has_function_privilege(r.oid, p.oid, 'EXECUTE'))
    AND p.prorettype <> 'trigger'::regtype`;
const GRANTS = `
  SELECT r.rolname || ' ' || g.privilege_type || ' ' || c.oid::regclass AS name
  FROM pg_class c, aclexplode(c.relacl) g JOIN pg_roles r ON r.oid = g.grantee
  WHERE c.relkind = 'r' AND r.rolname IN ${ROLES} AND c.relnamespace::regnamespace::text IN ${SCHEMAS}`;

type Named = { name: string };
type Valued = Named & { value: string };
type Column = Named & { type: string; required: boolean; defaulted: boolean };
type Constraint = Named & { table: string; valid: boolean };

async function read(client: pg.Client): Promise<Catalog> {
  const all = async <Row extends Named>(statement: string) => (await client.query<Row>(statement)).rows;
  const byName = (rows: Valued[]) => new Map(rows.map(({ name, value }) => [name, value]));
  return {
    tables: byName(await all<Valued>(TABLES)),
    columns: new Map(
      (await all<Column>(COLUMNS)).map(({ name, type, required, defaulted }) => [
        name,
        { type, isRequired: required, hasDefault: defaulted },
      ]),
    ),
    indexes: byName(await all<Valued>(INDEXES)),
    constraints: new Map(
      (await all<Constraint>(CONSTRAINTS)).map(({ name, table, valid }) => [name, { table, isValid: valid }]),
    ),
    functions: byName(await all<Valued>(FUNCTIONS)),
    grants: new Set((await all(GRANTS)).map(({ name }) => name)),
  };
}

/**
 * What those would notice who are at work while a change is made: tables that stand still for as long as they are long, and what the
 * version before is still using. Names are PostgreSQL's.
 * @param change made by `client`'s database, by whomever
 * @param isConcurrent whether an index that is new was built beside the work that goes on
 */
export async function interruptionsBy(
  client: pg.Client,
  change: () => Promise<unknown>,
  isConcurrent = false,
): Promise<string[]> {
  const before = await read(client);
  await change();
  const after = await read(client);
  return [
    ...goneFrom(before, after),
    ...changedColumns(before, after),
    ...lookedThrough(before, after),
    ...(isConcurrent ? [] : builtIndexes(before, after)),
  ];
}

/** The version before still asks for it. */
function goneFrom(before: Catalog, after: Catalog): string[] {
  const tables = [...before.tables.keys()].filter((name) => !after.tables.has(name));
  const columns = [...before.columns.keys()].filter(
    (name) => !after.columns.has(name) && after.tables.has(tableOf(name)),
  );
  const functions = [...before.functions].filter(([name, answers]) => after.functions.get(name) !== answers);
  const grants = [...before.grants].filter(
    (grant) => !after.grants.has(grant) && after.tables.has(grant.split(' ')[2] ?? ''),
  );
  return [
    ...tables.map((name) => `${name} is gone`),
    ...columns.map((name) => `${name} is gone`),
    ...functions.map(([name]) => `${name} is gone, or answers something else`),
    ...grants.map((grant) => `${grant} is taken away`),
  ];
}

function changedColumns(before: Catalog, after: Catalog): string[] {
  return [...after.columns].flatMap(([name, now]) => {
    const then = before.columns.get(name);
    if (!then) {
      const isLacking = before.tables.has(tableOf(name)) && now.isRequired && !now.hasDefault;
      return isLacking ? [`${name} is required, and the version before does not write it`] : [];
    }
    return [
      ...(then.type === now.type ? [] : [`${name} is of another type`]),
      ...(!then.isRequired && now.isRequired ? [`${name} is required now: every row is looked at`] : []),
    ];
  });
}

/** Nobody reads or writes a table while its rows are written anew or held against a constraint. */
function lookedThrough(before: Catalog, after: Catalog): string[] {
  const rewritten = [...before.tables].filter(
    ([name, file]) => after.tables.has(name) && after.tables.get(name) !== file,
  );
  const held = [...after.constraints].filter(
    ([name, { table, isValid }]) => isValid && !before.constraints.has(name) && before.tables.has(table),
  );
  return [
    ...rewritten.map(([name]) => `${name} is written anew`),
    ...held.map(([name]) => `${name} is held against every row: add it NOT VALID, and VALIDATE it after`),
  ];
}

/** Nobody writes meanwhile. */
function builtIndexes(before: Catalog, after: Catalog): string[] {
  const isAsBefore = (table: string) => before.tables.get(table) === after.tables.get(table);
  return [...after.indexes]
    .filter(([index, table]) => !before.indexes.has(index) && before.tables.has(table) && isAsBefore(table))
    .map(([, table]) => `an index of ${table} is built while nobody can write: build it CONCURRENTLY`);
}

function tableOf(column: string): string {
  return column.slice(0, column.lastIndexOf('.'));
}
