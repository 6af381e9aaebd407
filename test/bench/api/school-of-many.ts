import pg from 'pg';
import { DEMO } from '../../support/api-lab.js';
import { insertCandidates } from '../candidates.js';

/** How many of everything there are. Each organization has as many students and submissions as any other. */
export interface Size {
  organizations: number;
  students: number;
  submissions: number;
  /** Students who consent to be found. */
  candidates: number;
}

/** Rows of one scored certification; every other one is made of it. */
const CHAIN = ['submissions', 'runs', 'scores', 'metric_values', 'leaderboard_entries'] as const;
/** Of these there is one for each organization. */
const PER_ORGANIZATION = ['assignments', 'assignment_versions', 'rubric_versions'] as const;
const BATCH = 50;
/** Runs that wait. */
const WAITING = 150;

/** The id that the n-th thing of its kind in an organization has: the same for whoever computes it. */
const idOf = (kind: string, organization: string, n: string) =>
  `overlay(overlay(md5('${kind} ' || ${organization} || ' ' || ${n}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;

/**
 * Fills the database with organizations that are like the demo organization, beginning with that itself. Rules and triggers
 * do not run: what they would have made is copied too.
 * @param templateRunId a scored certification of the demo organization
 */
export async function grow(adminUrl: string, templateRunId: string, from: number, size: Size): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    const perOrganization = {
      students: Math.round(size.students / size.organizations),
      submissions: Math.round(size.submissions / size.organizations),
    };
    const template = await templatesOf(client, templateRunId);
    for (let first = from; first < size.organizations; first += BATCH)
      await addOrganizations(client, template, {
        first,
        last: Math.min(first + BATCH, size.organizations) - 1,
        ...perOrganization,
      });
    const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations WHERE id <> $1 OR $2', [
      DEMO,
      size.organizations === 1,
    ]);
    await insertCandidates(
      client,
      rows.map(({ id }) => id),
      size.candidates,
    );
    if (from === 0) await queueUp(client, template);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** Runs of the demo organization that wait, put into the queue by the triggers that would. */
async function queueUp(client: pg.Client, templates: Templates): Promise<void> {
  const insert = (table: 'submissions' | 'runs', changed: string) =>
    client.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1::jsonb || jsonb_build_object(${changed}))).*
       FROM generate_series(1, ${WAITING}) n`,
      [JSON.stringify(templates[table])],
    );
  const submission = idOf('waiting submission', `''`, 'n');
  await client.query(`SET session_replication_role = origin`);
  await insert('submissions', `'id', ${submission}, 'created_at', now()`);
  await insert(
    'runs',
    `'id', ${idOf('waiting run', `''`, 'n')}, 'submission_id', ${submission}, 'status', 'QUEUED', 'outcome', NULL,
     'queued_at', now() - (n || ' seconds')::interval, 'attempt', 0, 'worker_id', NULL, 'claim_token', NULL,
     'lease_expires_at', NULL, 'started_at', NULL, 'finished_at', NULL`,
  );
  await client.query(`SET session_replication_role = replica`);
}

type Row = Record<string, unknown>;
type Templates = Readonly<Record<string, Row>>;

async function templatesOf(client: pg.Client, runId: string): Promise<Templates> {
  const one = async (table: string, where: string, value: unknown): Promise<Row> => {
    const { rows } = await client.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} = $1 LIMIT 1`,
      [value],
    );
    if (!rows[0]) throw new Error(`There is no template in ${table}.`);
    return rows[0].row;
  };
  const run = await one('runs', 'id', runId);
  const score = await one('scores', 'run_id', runId);
  const version = await one('assignment_versions', 'id', run['assignment_version_id']);
  return {
    organizations: await one('organizations', 'id', DEMO),
    assignments: await one('assignments', 'id', version['assignment_id']),
    assignment_versions: version,
    rubric_versions: await one('rubric_versions', 'id', score['rubric_version_id']),
    submissions: await one('submissions', 'id', run['submission_id']),
    runs: run,
    scores: score,
    metric_values: await one('metric_values', 'run_id', runId),
    leaderboard_entries: await one('leaderboard_entries', 'run_id', runId),
  };
}

interface Batch {
  first: number;
  last: number;
  students: number;
  submissions: number;
}

async function addOrganizations(client: pg.Client, templates: Templates, batch: Batch): Promise<void> {
  const { first, last, students, submissions } = batch;
  const demo = templates['assignments'];
  // Organization 0 is the demo organization, which has its own assignment already.
  const own = (kind: string, id: unknown) =>
    `CASE WHEN o = 0 THEN '${String(id)}'::uuid ELSE ${idOf(kind, 'o', `''`)} END`;
  const organization = own('organization', DEMO);
  const parents = {
    organization_id: organization,
    assignment_id: own('assignments', demo?.['id']),
    assignment_version_id: own('assignment_versions', templates['assignment_versions']?.['id']),
    rubric_version_id: own('rubric_versions', templates['rubric_versions']?.['id']),
  };
  const organizations = `generate_series(${first}, ${last}) o`;
  const others = `generate_series(${Math.max(first, 1)}, ${last}) o`;
  const copy = (table: string, source: string, changed: Readonly<Record<string, string>>) =>
    client.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table},
         $1::jsonb || jsonb_build_object(${Object.entries(changed)
           .filter(([column]) => column in (templates[table] ?? {}))
           .map(([column, value]) => `'${column}', ${value}`)
           .join(', ')}))).* FROM ${source}`,
      [JSON.stringify(templates[table])],
    );
  await copy('organizations', others, {
    id: organization,
    slug: `'organization-' || o`,
    name: `'Organization ' || o`,
  });
  for (const table of PER_ORGANIZATION) await copy(table, others, { ...parents, id: idOf(table, 'o', `''`) });
  const student = (n: string) => idOf('student', 'o', n);
  const people = `${organizations}, generate_series(1, ${students}) s`;
  await client.query(`INSERT INTO users (id) SELECT ${student('s')} FROM ${people}`);
  await client.query(
    `INSERT INTO memberships (id, organization_id, user_id, role)
     SELECT ${idOf('membership', 'o', 's')}, ${organization}, ${student('s')}, 'STUDENT' FROM ${people}`,
  );
  const work = `${organizations}, generate_series(1, ${submissions}) n`;
  const by = student(`(n % ${students} + 1)`);
  // A year of work, some of it of the last day.
  const when = `now() - (n * 8 || ' hours')::interval`;
  const points = `40 + (('x' || substr(md5(o || ' ' || n), 1, 6))::bit(24)::int % 6000) / 100.0`;
  for (const table of CHAIN) {
    // A board has a person once: with their first submission.
    const source = table === 'leaderboard_entries' ? `${work} WHERE n <= ${students}` : work;
    await copy(table, source, {
      ...parents,
      id: idOf(table, 'o', 'n'),
      submission_id: idOf('submissions', 'o', 'n'),
      run_id: idOf('runs', 'o', 'n'),
      score_id: idOf('scores', 'o', 'n'),
      student_id: by,
      created_at: when,
      queued_at: when,
      finished_at: when,
      updated_at: when,
      ...(table === 'metric_values' ? {} : { value: points, low: `${points} - 2`, high: `${points} + 2` }),
    });
  }
}
