import { randomUUID } from 'node:crypto';
import {
  candidateCards,
  createDatabase,
  PersonalData,
  searchCandidates,
  type CandidateFilter,
  type Database,
  type TenantContext,
} from '@holdout/db';
import { SKILLS } from '@holdout/domain';
import pg from 'pg';
import { freshDatabase } from '../support/database.js';
import { randomOf } from '../support/random.js';
import { quantile } from './quantile.js';
import type { BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const PORTFOLIOS = 10_000;
const RESULTS_EACH = 3;
const SEARCHES = 400;
const PAGE = 20;
const SECRET = 'ab'.repeat(32);
const PROJECTS = ['tabular-risk', 'forecasting', 'vision', 'ranking', 'mlops'];
const PLACES = ['Berlin', 'Oslo', 'Lisbon', 'Chicago', 'Nairobi', 'Osaka', 'Lima', 'Perth'];

/** Ten thousand consenting students of ten schools, searched by a hiring manager of an eleventh organization, page by page. */
export function portfoliosBench(): Promise<BenchResult> {
  return withTestServer(async () => {
    const test = await freshDatabase();
    const database = createDatabase({ url: test.apiUrl, max: 1 });
    try {
      const manager = await arrange(test.adminUrl);
      const figures = await measure(database, manager);
      return { name: 'portfolios', runs: SEARCHES, figures: { portfolios: PORTFOLIOS, ...figures } };
    } finally {
      await database.close();
      await test.drop();
    }
  });
}

/** As many searches of every kind, the first page and a later one, each with the names of those found. */
async function measure(database: Database, manager: TenantContext) {
  const personal = new PersonalData(SECRET);
  const filters = kindsOfSearch();
  const ms: number[] = [];
  let found = 0;
  for (let index = 0; index < SEARCHES + filters.length; index += 1) {
    const filter = filters[index % filters.length];
    if (!filter) continue;
    const start = performance.now();
    const ids = await database.inTenant(manager, async (tx) => {
      const { rows } = await searchCandidates(tx, filter, { first: PAGE, after: null });
      const cards = await candidateCards(
        tx,
        personal,
        rows.map(({ portfolioId }) => portfolioId),
      );
      return cards.map(({ id }) => id);
    });
    // The first of each kind warms up.
    if (index >= filters.length) ms.push(performance.now() - start);
    found += ids.length;
  }
  if (found === 0) throw new Error('No search found anybody: nothing was measured.');
  return {
    search_ms_p50: quantile(ms, 0.5),
    search_ms_p95: quantile(ms, 0.95),
    search_ms_max: quantile(ms, 1),
    found_mean: found / (SEARCHES + filters.length),
  };
}

const NONE: CandidateFilter = {
  ...{ skill: null, skillPoints: null, assignmentSlug: null, points: null },
  ...{ metric: null, metricValue: null, since: null, location: null },
};

/** From conditions that many meet to ones that few or nobody does: then all are looked at. */
function kindsOfSearch(): CandidateFilter[] {
  const aMonthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  return [
    NONE,
    { ...NONE, skill: 'DOMAINS', skillPoints: 80 },
    { ...NONE, skill: 'MATHEMATICS', skillPoints: 99.9 },
    { ...NONE, assignmentSlug: 'vision', points: 90 },
    { ...NONE, assignmentSlug: 'tabular-risk', points: 99.99 },
    { ...NONE, metric: 'auc', metricValue: 0.95 },
    { ...NONE, assignmentSlug: 'ranking', metric: 'auc', metricValue: 0.99, since: aMonthAgo },
    { ...NONE, location: 'osl' },
    { ...NONE, skill: 'MLOPS_MONITORING', skillPoints: 90, location: 'Lima', since: aMonthAgo, points: 85 },
    { ...NONE, location: 'nowhere', points: 101 },
  ];
}

/** Written past the policies, as the triggers would leave it. Answers for whom the searches speak. */
async function arrange(adminUrl: string): Promise<TenantContext> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    const [managerOrganization, managerId] = [randomUUID(), randomUUID()];
    const schools = Array.from({ length: 10 }, () => randomUUID());
    await admin.query('SET session_replication_role = replica');
    await admin.query(
      `INSERT INTO organizations (id, slug, name) SELECT id, 'o' || n, 'School ' || n
       FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, n)`,
      [[...schools, managerOrganization]],
    );
    await admin.query('INSERT INTO users (id) VALUES ($1)', [managerId]);
    await admin.query(
      `INSERT INTO memberships (id, organization_id, user_id, role) VALUES (gen_random_uuid(), $1, $2, 'HIRING_MANAGER')`,
      [managerOrganization, managerId],
    );
    await insertCandidates(admin, schools);
    await admin.query('ANALYZE');
    return { organizationId: managerOrganization, userId: managerId };
  } finally {
    await admin.end();
  }
}

async function insertCandidates(admin: pg.Client, schools: readonly string[]): Promise<void> {
  const personal = new PersonalData(SECRET);
  const random = randomOf(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const now = Date.now();
  const people = Array.from({ length: PORTFOLIOS }, (_, index) => {
    const student = randomUUID();
    const key = personal.newWrappedKey(student);
    const results = Array.from({ length: RESULTS_EACH }, (__, position) => {
      const value = 70 + 30 * random();
      const auc = 0.7 + 0.3 * random();
      return {
        ...{ submission: randomUUID(), position, slug: PROJECTS[(index + position) % PROJECTS.length] },
        ...{ value, low: value - 4, high: Math.min(100, value + 4) },
        metrics: {
          auc: { label: 'AUC', value: auc, low: auc - 0.02, high: auc + 0.02, direction: 'HIGHER' },
        },
        issued: new Date(now - random() * 365 * 24 * 60 * 60 * 1000).toISOString(),
      };
    });
    return {
      ...{ id: randomUUID(), student, organization: pick(schools), place: pick(PLACES) },
      key: key.toString('hex'),
      name: personal.encrypt(student, key, `Student ${index}`).toString('hex'),
      skills: Object.fromEntries(
        SKILLS.slice(index % 3, 6 + (index % 3)).map((skill) => [skill, 60 + 40 * random()]),
      ),
      isRemote: random() < 0.1,
      newest: results
        .map(({ issued }) => issued)
        .toSorted()
        .at(-1),
      results,
    };
  });
  await admin.query('CREATE TEMPORARY TABLE given (person jsonb)');
  for (let from = 0; from < people.length; from += 1000) {
    await admin.query('INSERT INTO given SELECT * FROM jsonb_array_elements($1::jsonb)', [
      JSON.stringify(people.slice(from, from + 1000)),
    ]);
  }
  await admin.query(`
    CREATE TEMPORARY TABLE p AS SELECT (person ->> 'id')::uuid AS id, (person ->> 'student')::uuid AS student,
      (person ->> 'organization')::uuid AS organization, person FROM given;
    INSERT INTO users (id, display_name) SELECT student, decode(person ->> 'name', 'hex') FROM p;
    INSERT INTO user_keys (user_id, wrapped_key) SELECT student, decode(person ->> 'key', 'hex') FROM p;
    INSERT INTO memberships (id, organization_id, user_id, role)
      SELECT gen_random_uuid(), organization, student, 'STUDENT' FROM p;
    INSERT INTO portfolios (id, organization_id, student_id, slug, headline, location, is_remote, searchable_since, updated_at)
      SELECT id, organization, student, 's' || replace(id::text, '-', ''), 'Risk models and forecasts', person ->> 'place',
        (person ->> 'isRemote')::boolean, now(), now() FROM p;
    INSERT INTO candidate_projections (portfolio_id, organization_id, student_id, location, is_remote, skills, newest_at)
      SELECT id, organization, student, person ->> 'place', (person ->> 'isRemote')::boolean, person -> 'skills',
        (person ->> 'newest')::timestamptz FROM p;
    INSERT INTO candidate_results (portfolio_id, organization_id, submission_id, position, assignment_slug, assignment_title, value,
        low, high, metrics, issued_at)
      SELECT p.id, p.organization, (r ->> 'submission')::uuid, (r ->> 'position')::int, r ->> 'slug', r ->> 'slug',
        (r ->> 'value')::float8, (r ->> 'low')::float8, (r ->> 'high')::float8, r -> 'metrics', (r ->> 'issued')::timestamptz
      FROM p, jsonb_array_elements(p.person -> 'results') AS r;`);
}
