import { randomUUID } from 'node:crypto';
import {
  createDatabase,
  PersonalData,
  searchCandidates,
  type CandidateFilter,
  type Database,
  type TenantContext,
} from '@holdout/db';
import pg from 'pg';
import { freshDatabase } from '../support/database.js';
import { insertCandidates, SECRET } from './candidates.js';
import { quantile } from './quantile.js';
import type { BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const PORTFOLIOS = 10_000;
const SEARCHES = 400;
const PAGE = 20;

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
    const { cards } = await database.inTenant({ ...manager, isReadOnly: true }, (tx) =>
      searchCandidates(tx, personal, filter, { first: PAGE, after: null }),
    );
    // The first of each kind warms up.
    if (index >= filters.length) ms.push(performance.now() - start);
    found += cards.length;
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
  skill: null,
  skillPoints: null,
  assignmentSlug: null,
  points: null,
  metric: null,
  metricValue: null,
  since: null,
  location: null,
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
    await insertCandidates(admin, schools, PORTFOLIOS);
    await admin.query('ANALYZE');
    return { organizationId: managerOrganization, userId: managerId };
  } finally {
    await admin.end();
  }
}
