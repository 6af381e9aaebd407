import pg from 'pg';
import { DEMO } from '../../support/api-lab.js';
import { insertCandidates } from '../candidates.js';
import { bulkLoad, insertCopies } from './bulk-load.js';

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
const PER_ORGANIZATION = [
  'tracks',
  'stages',
  'assignments',
  'assignment_versions',
  'rubric_versions',
  'cohorts',
  'cohort_assignments',
] as const;
/** Of these there is one for each student. */
const PER_STUDENT = ['memberships', 'enrollments'] as const;
const FILLED = ['organizations', ...PER_ORGANIZATION, 'users', ...PER_STUDENT, ...CHAIN];
/** Runs that wait. */
const WAITING = 150;
const RESAMPLES = 1_000;

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
    const template = await templatesOf(client, templateRunId);
    await bulkLoad(client, FILLED, () =>
      addOrganizations(client, template, {
        first: from,
        last: size.organizations - 1,
        students: Math.round(size.students / size.organizations),
        submissions: Math.round(size.submissions / size.organizations),
      }),
    );
    const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations WHERE id <> $1 OR $2', [
      DEMO,
      size.organizations === 1,
    ]);
    await insertCandidates(
      client,
      rows.map(({ id }) => id),
      size.candidates,
    );
    if (from === 0) {
      await queueUp(client, template);
      await resample(client);
    }
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** Scores of the demo organization get as many resamples as a scorer takes; the template has a few. */
async function resample(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE scores s SET resampled_points = (
       SELECT array_agg(s.value + 2 * sin(12.9898 * n) + sin(s.value * n)) FROM generate_series(1, ${RESAMPLES}) n)
     WHERE organization_id = $1`,
    [DEMO],
  );
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
  const assignment = await one('assignments', 'id', version['assignment_id']);
  const stage = await one('stages', 'id', assignment['stage_id']);
  const enrollment = await one('enrollments', 'user_id', run['student_id']);
  return {
    organizations: await one('organizations', 'id', DEMO),
    tracks: await one('tracks', 'id', stage['track_id']),
    stages: stage,
    cohorts: await one('cohorts', 'id', enrollment['cohort_id']),
    cohort_assignments: await one('cohort_assignments', 'cohort_id', enrollment['cohort_id']),
    enrollments: enrollment,
    memberships: await one('memberships', 'user_id', run['student_id']),
    assignments: assignment,
    assignment_versions: version,
    rubric_versions: await one('rubric_versions', 'id', score['rubric_version_id']),
    submissions: await one('submissions', 'id', run['submission_id']),
    runs: run,
    scores: score,
    metric_values: await one('metric_values', 'run_id', runId),
    leaderboard_entries: await one('leaderboard_entries', 'run_id', runId),
  };
}

interface Schools {
  first: number;
  last: number;
  students: number;
  submissions: number;
}

async function addOrganizations(client: pg.Client, templates: Templates, schools: Schools): Promise<void> {
  const { first, last, students, submissions } = schools;
  // Organization 0 is the demo organization, which has its own of these already.
  const own = (table: string) =>
    `CASE WHEN o = 0 THEN '${String(templates[table]?.['id'])}'::uuid ELSE ${idOf(table, 'o', `''`)} END`;
  const parents = {
    organization_id: own('organizations'),
    track_id: own('tracks'),
    stage_id: own('stages'),
    assignment_id: own('assignments'),
    assignment_version_id: own('assignment_versions'),
    rubric_version_id: own('rubric_versions'),
    cohort_id: own('cohorts'),
  };
  const organizations = `generate_series(${first}, ${last}) o`;
  const others = `generate_series(${Math.max(first, 1)}, ${last}) o`;
  const copy = (table: string, source: string, changed: Readonly<Record<string, string>>) =>
    insertCopies(client, table, templates[table] ?? {}, { from: source, changed });
  await copy('organizations', others, {
    id: own('organizations'),
    slug: `'organization-' || o`,
    name: `'Organization ' || o`,
  });
  for (const table of PER_ORGANIZATION) await copy(table, others, { ...parents, id: idOf(table, 'o', `''`) });
  const ofEach = (count: number) => `${organizations}, generate_series(1, ${count}) nth`;
  const student = (n: string) => idOf('student', 'o', n);
  await client.query(`INSERT INTO users (id) SELECT ${student('nth')} FROM ${ofEach(students)}`);
  for (const table of PER_STUDENT)
    await copy(table, ofEach(students), { ...parents, id: idOf(table, 'o', 'nth'), user_id: student('nth') });
  const by = student(`(nth % ${students} + 1)`);
  // A year of work, some of it of the last day.
  const when = `now() - (nth * 8 || ' hours')::interval`;
  const points = `40 + (('x' || substr(md5(o || ' ' || nth), 1, 6))::bit(24)::int % 6000) / 100.0`;
  for (const table of CHAIN) {
    // A board has a person once: with their first submission.
    await copy(table, ofEach(table === 'leaderboard_entries' ? students : submissions), {
      ...parents,
      id: idOf(table, 'o', 'nth'),
      submission_id: idOf('submissions', 'o', 'nth'),
      run_id: idOf('runs', 'o', 'nth'),
      score_id: idOf('scores', 'o', 'nth'),
      student_id: by,
      created_at: when,
      queued_at: when,
      finished_at: when,
      updated_at: when,
      ...(table === 'metric_values' ? {} : { value: points, low: `${points} - 2`, high: `${points} + 2` }),
    });
  }
}
