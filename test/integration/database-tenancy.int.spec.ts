import { execFileSync } from 'node:child_process';
import {
  createDatabase,
  createWithRun,
  latestVersions,
  listCohorts,
  newId,
  runById,
  type Database,
  type Tx,
} from '@holdout/db';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, inSchool, submissionOf, type School } from '../support/school.js';
import { until } from '../support/until.js';

let test: TestDatabase;
let ours: School;
let theirs: School;
let api: Database;
let admin: pg.Client;
let bare: pg.Client;

beforeAll(async () => {
  test = await freshDatabase();
  ours = await arrangeSchool(test, 'ours');
  theirs = await arrangeSchool(test, 'theirs');
  api = createDatabase({ url: test.apiUrl, max: 1 });
  admin = new pg.Client(test.adminUrl);
  bare = new pg.Client(test.apiUrl);
  await Promise.all([admin.connect(), bare.connect()]);
});

afterAll(async () => {
  await Promise.all([api.close(), admin.end(), bare.end()]);
  await test.drop();
});

/** The deployment's, people across organizations, and organizations themselves, who have a policy of their own. */
const OF_NO_ORGANIZATION = [
  '_prisma_migrations',
  'image_packages',
  'organizations',
  'outgoing_mail',
  'passed_content',
  'user_keys',
  'users',
  'workers',
];

const tenantTables = async (): Promise<string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

/** SQLSTATE of a statement that must fail. */
async function stateOf(statement: string, values: unknown[] = []): Promise<string | undefined> {
  try {
    await bare.query(statement, values);
    return 'no error';
  } catch (error) {
    return (error as pg.DatabaseError).code;
  }
}

describe('the catalog', () => {
  it('has ENABLE, FORCE, USING and WITH CHECK on every table of a tenant', async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThan(30);
    const { rows } = await admin.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
         AND p.polname = 'tenant' AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL
         AND p.polroles = '{0}' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...tables, 'organizations']));
  });

  it('knows of every other table why it is of no organization', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT t.table_name AS name FROM information_schema.tables t WHERE t.table_schema = 'public' AND NOT EXISTS
         (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'organization_id')
       ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(OF_NO_ORGANIZATION);
  });

  it('lets the API read nothing outside of it: neither sessions, nor the queue of all', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname NOT IN ('public', 'pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_%'
         AND c.relkind IN ('r', 'v', 'm', 'p') AND has_schema_privilege('holdout_api', n.oid, 'USAGE')
         AND has_table_privilege('holdout_api', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(rows).toEqual([]);
  });

  it('lets no role that runs anything bypass row-level security or own a table', async () => {
    const { rows } = await admin.query(
      `SELECT rolname FROM pg_roles WHERE rolname IN ('holdout_migrator', 'holdout_api', 'holdout_auth', 'holdout_worker', 'holdout_queue', 'holdout_system') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
    );
    expect(rows).toEqual([]);
    const owners = await admin.query(
      `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    expect(owners.rows).toEqual([{ tableowner: 'holdout_migrator' }]);
  });

  it('fixes the search path of every function that runs with its owner’s rights', async () => {
    const { rows } = await admin.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND NOT EXISTS (SELECT 1 FROM unnest(proconfig) AS c WHERE c LIKE 'search_path=%')`,
    );
    expect(rows).toEqual([]);
  });

  it('names nobody but the system role in a policy for all tenants', async () => {
    const { rows } = await admin.query<{ roles: string[] }>(
      `SELECT DISTINCT roles::text[] AS roles FROM pg_policies WHERE schemaname = 'public' AND qual = 'true'`,
    );
    expect(rows).toEqual([{ roles: ['holdout_system'] }]);
  });
});

describe('without a context', () => {
  it('nothing is read from any table of a tenant', async () => {
    for (const table of await tenantTables()) {
      const { rows } = await bare.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });

  it('nothing can be written', async () => {
    const insert = 'INSERT INTO memberships (id, organization_id, user_id, role) VALUES ($1, $2, $3, $4)';
    expect(await stateOf(insert, [newId(), ours.organizationId, ours.students[0], 'ADMIN'])).toBe('42501');
    const { rowCount } = await bare.query(`UPDATE memberships SET role = 'ADMIN'`);
    expect(rowCount).toBe(0);
  });

  it('even the owner of the tables sees nothing', async () => {
    const owner = new pg.Client(test.migratorUrl);
    await owner.connect();
    const { rows } = await owner.query('SELECT * FROM stages');
    await owner.end();
    expect(rows).toEqual([]);
  });
});

describe('in the context of one organization', () => {
  it('rows of another cannot be read, written, changed or deleted', async () => {
    const counts = await inSchool(api, ours, async (tx) => ({
      read: await tx.stage.count({ where: { organizationId: theirs.organizationId } }),
      changed: (
        await tx.stage.updateMany({ where: { organizationId: theirs.organizationId }, data: { title: 'x' } })
      ).count,
      deleted: (await tx.membership.deleteMany({ where: { organizationId: theirs.organizationId } })).count,
      all: await tx.organization.findMany({ select: { slug: true } }),
    }));
    expect(counts).toEqual({ read: 0, changed: 0, deleted: 0, all: [{ slug: 'ours' }] });
    const intrude = inSchool(api, ours, (tx) =>
      tx.quota.create({ data: { id: newId(), organizationId: theirs.organizationId } }),
    );
    await expect(intrude).rejects.toThrow(/row-level security/);
  });

  it('a row cannot be moved into another organization', async () => {
    const move = inSchool(api, ours, (tx) =>
      tx.stage.updateMany({ data: { organizationId: theirs.organizationId } }),
    );
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it('a run of another is not found', async () => {
    const { run } = await inSchool(api, theirs, (tx) =>
      createWithRun(tx, submissionOf(theirs, theirs.students[0] ?? '')),
    );
    await expect(inSchool(api, ours, (tx) => runById(tx, run.id))).rejects.toThrow('The run was not found');
    await expect(inSchool(api, ours, (tx) => runById(tx, 'no id at all'))).rejects.toThrow(
      'The run was not found',
    );
  });

  it('people of another organization stay unknown', async () => {
    const seen = await inSchool(api, ours, (tx) => tx.user.findMany({ select: { id: true } }));
    expect(seen.map(({ id }) => id).sort()).toEqual([...ours.students].sort());
  });

  it('nobody makes themselves an operator', async () => {
    const id = ours.students[0] ?? '';
    const rise = api.asUser(id, (tx) => tx.user.updateMany({ where: { id }, data: { isOperator: true } }));
    await expect(rise).rejects.toThrow(/permission denied/);
  });
});

describe('a pooled connection', () => {
  it('keeps no tenant when a transaction ends, well or badly', async () => {
    const [first] = await inSchool(
      api,
      ours,
      (tx) => tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`,
    );
    await expect(
      inSchool(api, ours, async (tx) => {
        await tx.quota.create({ data: { id: newId(), organizationId: ours.organizationId } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const [second] = await api.asUser(newId(), async (tx) => [
      {
        pid: (await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid,
        stages: await tx.stage.count(),
      },
    ]);
    expect(second).toEqual({ pid: first?.pid, stages: 0 });
    expect(await inSchool(api, ours, (tx) => tx.quota.count())).toBe(0);
  });

  it('answers in order what one read asks for at once, and goes on after a query that failed', () => {
    // In a process of its own, where asking the driver for two things at once is an error.
    const program = `
      import { createDatabase } from '@holdout/db';
      const database = createDatabase({ url: process.env.URL, max: 1 });
      const inOurs = (work) => database.inTenant({ organizationId: process.env.OURS, userId: null }, work);
      const [cohort] = await inOurs((tx) => tx.cohort.findMany({ include: { openings: true, enrollments: true, track: true, organization: true } }));
      const failed = await inOurs((tx) => Promise.all([tx.$queryRaw\`SELECT 1 / 0\`, tx.cohort.count()])).catch(() => 'failed');
      console.log(JSON.stringify([cohort.organization.slug, cohort.enrollments.length, failed, await inOurs((tx) => tx.cohort.count())]));
      await database.close();`;
    const said = execFileSync(
      process.execPath,
      ['--throw-deprecation', '--input-type=module', '-e', program],
      {
        cwd: new URL('..', import.meta.url),
        env: { PATH: process.env['PATH'], URL: test.apiUrl, OURS: ours.organizationId },
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(said)).toEqual(['ours', 2, 'failed', 1]);
  });

  it('speaks for whoever opened the transaction, among many that take turns on few', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 2 });
    const schools = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? theirs : ours));
    const seen = await Promise.all(
      schools.map((school) => inSchool(few, school, (tx) => tx.organization.findMany())),
    );
    await few.close();
    expect(seen.map((found) => found.map(({ slug }) => slug))).toEqual(schools.map(({ slug }) => [slug]));
  });

  it('serves the next one at once after a transaction that only reads, whose end nobody waits for', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1 });
    const reading = (school: School) => ({
      organizationId: school.organizationId,
      userId: null,
      isReadOnly: true,
    });
    const slugs = (tx: Tx) => tx.organization.findMany().then((found) => found.map(({ slug }) => slug));
    const write = (tx: Tx) => tx.quota.create({ data: { id: newId(), organizationId: ours.organizationId } });
    const seen = await Promise.all([
      few.inTenant(reading(ours), slugs),
      few.inTenant(reading(ours), write).catch(() => 'refused'),
      few.inTenant(reading(theirs), slugs),
      inSchool(few, ours, write).then(() => 'written'),
      few.inTenant(reading(theirs), slugs),
    ]);
    expect(seen).toEqual([['ours'], 'refused', ['theirs'], 'written', ['theirs']]);
    expect(await inSchool(few, ours, (tx) => tx.quota.deleteMany())).toEqual({ count: 1 });
    await few.close();
  });

  it('plans what pages read once, and what else is asked as the server likes', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1 });
    const planned = (isReadOnly: boolean) =>
      few.inTenant({ organizationId: ours.organizationId, userId: null, isReadOnly }, async (tx) => {
        const [row] = await tx.$queryRaw<
          { mode: string }[]
        >`SELECT current_setting('plan_cache_mode') AS mode`;
        return row?.mode;
      });
    expect([await planned(true), await planned(false)]).toEqual(['force_generic_plan', 'auto']);
    // Every request asks it first; whoever replaces it has to say so again.
    const { rows } = await admin.query(`SELECT proconfig FROM pg_proc WHERE proname = 'viewers_of_sessions'`);
    expect(rows).toEqual([
      { proconfig: expect.arrayContaining(['plan_cache_mode=force_generic_plan']) as string[] },
    ]);
    await few.close();
  });

  it('outlives a connection that breaks while nobody uses it, and closes what only reading has opened', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1, applicationName: 'outlives' });
    const reading = { organizationId: ours.organizationId, userId: null, isReadOnly: true };
    const cohorts = () => few.inTenant(reading, async (tx) => (await listCohorts(tx)).length);
    const open = async (what: string) => {
      const { rowCount } = await admin.query(
        `SELECT ${what} FROM pg_stat_activity WHERE application_name = 'outlives'`,
      );
      return rowCount;
    };
    const before = await cohorts();
    expect(await open('pg_terminate_backend(pid)')).toBe(1);
    await until(
      () => open('pid'),
      (left) => left === 0,
    );
    expect(await cohorts()).toBe(before);
    await few.close();
    expect(
      await until(
        () => open('pid'),
        (left) => left === 0,
      ),
    ).toBe(0);
  });

  it('reads past Prisma and through it in one transaction, and ends one that takes too long', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1 });
    const reading = { organizationId: ours.organizationId, userId: null, isReadOnly: true };
    const both = (tx: Tx) => Promise.all([listCohorts(tx), tx.cohort.findMany(), tx.stage.count()]);
    const [past, through, stages] = await few.inTenant(reading, both);
    expect([past.map(({ id }) => id), stages]).toEqual([through.map(({ id }) => id), 1]);
    const sleep = (tx: Tx) => tx.$queryRaw`SELECT count(*) FROM pg_sleep(5)`;
    const late = few.inTenant(reading, sleep, { timeoutMs: 50 });
    await expect(late).rejects.toThrow();
    expect(await few.inTenant(reading, (tx) => tx.stage.count())).toBe(1);
    await few.close();
  });

  it('fails with a statement all that was asked behind it, and answers both ways again afterwards', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1 });
    const reading = { organizationId: ours.organizationId, userId: null, isReadOnly: true };
    const asked = (tx: Tx, assignmentId: string) =>
      Promise.allSettled([listCohorts(tx), latestVersions(tx, [assignmentId]), listCohorts(tx)]);
    const statuses = async (assignmentId: string) => {
      const settled = await few.inTenant(reading, (tx) => asked(tx, assignmentId));
      return settled.map(({ status }) => status);
    };
    expect(await statuses('no-uuid')).toEqual(['fulfilled', 'rejected', 'rejected']);
    const all = ['fulfilled', 'fulfilled', 'fulfilled'];
    expect([await statuses(newId()), await statuses(newId())]).toEqual([all, all]);
    await few.close();
  });

  it('answers nothing in a transaction whose tenant it could not be told', async () => {
    const few = createDatabase({ url: test.apiUrl, max: 1 });
    const nobody = { organizationId: ours.organizationId, userId: '\0' };
    const counts: number[] = [];
    await expect(few.inTenant(nobody, async (tx) => counts.push(await tx.stage.count()))).rejects.toThrow();
    expect(counts).toEqual([]);
    expect(await inSchool(few, ours, (tx) => tx.stage.count())).toBe(1);
    await few.close();
  });

  it('reads times as UTC', async () => {
    const at = new Date('2026-07-01T10:00:00.000Z');
    const id = newId();
    await inSchool(api, ours, (tx) =>
      tx.quota.create({ data: { id, organizationId: ours.organizationId, expiresAt: at } }),
    );
    const found = await inSchool(api, ours, (tx) => tx.quota.findUnique({ where: { id } }));
    expect(found?.expiresAt).toEqual(at);
  });
});

describe('each role', () => {
  it('is kept out of what is not its own', async () => {
    expect(await stateOf('SELECT * FROM auth.account')).toBe('42501');
    for (const claim of ['claim_next_run', 'claim_at_once'])
      expect(await stateOf(`SELECT * FROM ${claim}('w', 30, ARRAY['cpu'])`)).toBe('42501');
    expect(await stateOf('INSERT INTO scores DEFAULT VALUES')).toBe('42501');
    expect(await stateOf('CREATE TABLE mine (id int)')).toBe('42501');
  });
});
