import { commitWork, endCommit, worksToCommit } from '@holdout/db';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { admitStudents } from '../support/lab-students.js';
import { RerunLab, SLUG } from '../support/rerun-lab.js';
import { until } from '../support/until.js';

const CROWD = 197;
const FIELDS = 'id status version reason decidedBy summary { works notStarted underWay scored studentErrors unfinished committed raised lowered newlyPassed noLongerPassed credentialsIssued credentialsReissued credentialsRevoked }'; // prettier-ignore
const PLACE = '$slug: String!, $cohort: String!';
const VERSIONS = `query (${PLACE}) { rerunVersions(assignmentSlug: $slug, cohortSlug: $cohort) { version works seconds } }`;
const RERUNS = `query (${PLACE}) { reruns(assignmentSlug: $slug, cohortSlug: $cohort) { id status } }`;
const RERUN = `query ($id: ID!) { rerun(id: $id) { ${FIELDS} } }`;
const WORKS = `query ($id: ID!, $after: String) { rerun(id: $id) { works(first: 50, after: $after) {
  nodes { id runId originalRunId isSample isCommitted state message before after wasPassed isPassed credential } pageInfo { hasNextPage endCursor } } } }`;
const BEGIN = `mutation ($input: RerunInput!) { beginRerun(input: $input) { ${FIELDS} } }`;
const CONTINUE = `mutation ($id: ID!) { continueRerun(id: $id) { ${FIELDS} } }`;
const COMMIT = `mutation ($id: ID!, $reason: String!) { commitRerun(id: $id, reason: $reason) { ${FIELDS} } }`;
const DISCARD = `mutation ($id: ID!) { discardRerun(id: $id) { ${FIELDS} } }`;
const REASON = 'The hidden labels of two rows were swapped.';

interface Rerun {
  id: string;
  status: string;
  summary: Record<string, number>;
}
interface Work {
  id: string;
  runId: string;
  originalRunId: string;
  isSample: boolean;
  isCommitted: boolean;
  state: string;
  message: string | null;
  before: number;
  after: number | null;
  wasPassed: boolean;
  isPassed: boolean | null;
  credential: string | null;
}

let rerunLab: RerunLab;
let lab: ApiLab;
let cohort: string;
let cookies: Record<'instructor' | 'assistant' | 'student' | 'manager' | 'foreign', string>;
/** Runs of the first version: one that keeps its pass, one that loses it, one whose program fails on the second. */
let kept: string;
let lost: string;
let broken: string;
let rerunId: string;

async function asked<T>(query: string, variables: object, cookie = cookies.instructor): Promise<T> {
  const { data, errors } = await lab.ask<T>({ cookie }, query, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data as T;
}
const place = () => ({ slug: SLUG, cohort });
const inputOf = (version: number) => ({ input: { assignmentSlug: SLUG, cohortSlug: cohort, version } });
const rerun = async () => (await asked<{ rerun: Rerun }>(RERUN, { id: rerunId })).rerun;
async function works(): Promise<Work[]> {
  const all: Work[] = [];
  for (let after: string | null = null; ;) {
    const found: { rerun: { works: { nodes: Work[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await asked(WORKS, { id: rerunId, after }); // prettier-ignore
    all.push(...found.rerun.works.nodes);
    if (!found.rerun.works.pageInfo.hasNextPage) return all;
    after = found.rerun.works.pageInfo.endCursor;
  }
}
/** The run that was made of another one. */
async function again(original: string): Promise<string> {
  const [row] = await lab.sql<{ run_id: string }>('SELECT run_id FROM rerun_works WHERE original_run_id = $1', [original]); // prettier-ignore
  return row?.run_id ?? '';
}
const count = async (of: string, values: unknown[] = []) =>
  (await lab.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${of}`, values))[0]?.n;
const credentials = (runId: string | undefined) =>
  lab.sql<{ status: string; revoked_reason: string | null }>(
    `SELECT status, revoked_reason FROM credentials WHERE run_id = $1 AND stage_id IS NULL ORDER BY issued_at`, [runId]); // prettier-ignore

/** A person gives the report of a run its full points. */
async function judge(runId: string): Promise<void> {
  const { review } = await asked<{ review: { criteria: { id: string }[] } }>('query ($runId: ID!) { review(runId: $runId) { criteria { id } } }', { runId }); // prettier-ignore
  const input = { runId, criterionId: review.criteria[0]?.id, points: 100, comment: 'Clear.' };
  await asked('mutation ($input: GradeCriterionInput!) { gradeCriterion(input: $input) { runId } }', {
    input,
  });
  await asked('mutation ($runId: ID!) { finishReview(runId: $runId) { state } }', { runId });
}

beforeAll(async () => {
  rerunLab = await RerunLab.start();
  ({ lab } = rerunLab);
  cookies = await lab.signInAll({
    instructor: 'instructor@demo.holdout',
    assistant: 'ta@demo.holdout',
    student: 'student@demo.holdout',
    manager: 'manager@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  const [own] = await lab.sql<{ slug: string }>(`SELECT slug FROM cohorts WHERE organization_id = (SELECT id FROM organizations WHERE slug = 'demo') LIMIT 1`); // prettier-ignore
  cohort = own?.slug ?? '';
  const [student] = await lab.sql<{ id: string }>(`SELECT id FROM auth."user" WHERE email = 'student@demo.holdout'`); // prettier-ignore
  const [one, other] = await admitStudents(lab, rerunLab.api, ['Kept', 'Broken']);
  kept = await rerunLab.certify(one ?? '', 80);
  lost = await rerunLab.certify(student?.id ?? '', 75);
  broken = await rerunLab.certify(other ?? '', 72);
  await judge(kept);
  await lab.startWorker();
  await until(() => count(`credentials WHERE status = 'ISSUED' AND stage_id IS NULL`), (n) => n === 3); // prettier-ignore
  await until(() => count('credential_tasks'), (n) => n === 0); // prettier-ignore
  await rerunLab.crowd(CROWD);
  await rerunLab.publish();
});
afterAll(() => rerunLab?.stop());

it('says what a re-run would run, and runs a sample of ten that no student sees', async () => {
  const { rerunVersions } = await asked<{ rerunVersions: object[] }>(VERSIONS, place());
  expect(rerunVersions).toEqual([
    { version: 2, works: CROWD + 3, seconds: expect.any(Number) as number },
    { version: 1, works: 0, seconds: 0 },
  ]);
  const { beginRerun } = await asked<{ beginRerun: Rerun }>(BEGIN, inputOf(2));
  rerunId = beginRerun.id;
  expect(beginRerun).toMatchObject({
    status: 'OPEN',
    version: 2,
    summary: { works: CROWD + 3, underWay: 10, notStarted: CROWD - 7 },
  });
  expect(await lab.codeOf({ cookie: cookies.instructor }, BEGIN, inputOf(2))).toBe('CONFLICT');
  expect(await lab.codeOf({ cookie: cookies.instructor }, BEGIN, inputOf(9))).toBe('NOT_FOUND');
});

it('stands in the queue as whoever asked for it, behind what students hand in', async () => {
  await rerunLab.worker.system.followQueue();
  const entries = await lab.sql<{ student_id: string; ahead: boolean }>(
    'SELECT DISTINCT student_id, queued_at > now() AS ahead FROM fair_queue.entries',
  );
  const [row] = await lab.sql<{ requested_by_id: string }>('SELECT requested_by_id FROM reruns');
  expect(entries).toEqual([{ student_id: row?.requested_by_id, ahead: true }]);
});

it('runs the rest on demand, and commits nothing while a work has no result', async () => {
  expect(await rerunLab.endCrowd()).toBe(10);
  expect((await rerun()).summary).toMatchObject({ scored: 10, notStarted: CROWD - 7 });
  expect(await lab.codeOf({ cookie: cookies.instructor }, COMMIT, { id: rerunId, reason: REASON })).toBe('CONFLICT'); // prettier-ignore
  const { continueRerun } = await asked<{ continueRerun: Rerun }>(CONTINUE, { id: rerunId });
  expect(continueRerun.summary).toMatchObject({ underWay: CROWD - 7, notStarted: 0 });
});

it('shows who moves, the failed first, then by how far', async () => {
  // Those three may be in the sample, and were scored with it: then once more, as if the machine had failed.
  await lab.sql(`SET session_replication_role = replica;
    UPDATE runs SET outcome = 'INFRASTRUCTURE_ERROR' WHERE id IN (SELECT run_id FROM rerun_works WHERE original_run_id IN ('${kept}', '${lost}', '${broken}')) AND status = 'FINISHED'`);
  await asked(CONTINUE, { id: rerunId });
  await rerunLab.end(await again(kept), 60);
  await rerunLab.end(await again(lost), 50);
  await rerunLab.end(await again(broken), {
    outcome: 'STUDENT_ERROR',
    reason: 'CRASHED',
    message: 'predict ended with exit code 1.',
    errorDetail: null,
  });
  await rerunLab.endCrowd();
  const all = await works();
  expect(all).toHaveLength(CROWD + 3);
  expect(new Set(all.map(({ id }) => id)).size).toBe(CROWD + 3);
  expect(all.slice(0, 3)).toMatchObject([
    { originalRunId: broken, state: 'STUDENT_ERROR', message: 'predict ended with exit code 1.', after: null, credential: null },
    { originalRunId: lost, before: 75, after: 50, wasPassed: true, isPassed: false, credential: 'REVOKED' },
    // 60 by the scorer and 100 by the person who judged the first run, whose choice was carried over.
    { originalRunId: kept, before: 90, after: 80, isPassed: true, credential: 'REISSUED' },
  ]); // prettier-ignore
  const moves = all.slice(1).map(({ before, after }) => Math.abs((after ?? 0) - before));
  expect(moves).toEqual(moves.toSorted((a, b) => b - a));
  const { summary } = await rerun();
  const expected = Array.from({ length: CROWD }, (_, n) => ((n + 1) % 10) - 6);
  expect(summary).toMatchObject({
    works: CROWD + 3,
    scored: CROWD + 2,
    studentErrors: 1,
    underWay: 0,
    unfinished: 0,
    committed: 0,
    raised: expected.filter((move) => move > 0).length,
    lowered: expected.filter((move) => move < 0).length + 2,
    newlyPassed: 0,
    noLongerPassed: expected.filter((move) => move < -5).length + 1,
    credentialsRevoked: 1,
    credentialsReissued: 1,
  });
});

describe('before it is committed', () => {
  it('no student sees anything of it', async () => {
    const runId = await again(lost);
    const { runs } = await asked<{ runs: { edges: { node: { id: string } }[] } }>('{ runs { edges { node { id } } } }', {}, cookies.student); // prettier-ignore
    expect(runs.edges.map(({ node }) => node.id)).toEqual([lost]);
    const code = await lab.codeOf({ cookie: cookies.student }, 'query ($id: ID!) { run(id: $id) { id } }', { id: runId }); // prettier-ignore
    expect(code).toBe('NOT_FOUND');
    expect(await count(`notifications WHERE kind = 'RERUN'`)).toBe(0);
    expect(await credentials(lost)).toEqual([{ status: 'ISSUED', revoked_reason: null }]);
    expect(await count('leaderboard_entries e JOIN assignment_versions v ON v.id = e.assignment_version_id WHERE v.version = 2')).toBe(0); // prettier-ignore
  });

  it('is for instructors and admins of the organization', async () => {
    const operations: [string, object][] = [
      [RERUN, { id: rerunId }],
      [WORKS, { id: rerunId }],
      [CONTINUE, { id: rerunId }],
      [COMMIT, { id: rerunId, reason: 'Mine.' }],
      [DISCARD, { id: rerunId }],
      [BEGIN, inputOf(2)],
      [VERSIONS, place()],
      [RERUNS, place()],
    ];
    for (const [query, variables] of operations) {
      const code = (headers: Record<string, string>) => lab.codeOf(headers, query, variables as never);
      for (const who of ['assistant', 'student', 'manager'] as const)
        expect(await code({ cookie: cookies[who] })).toBe('FORBIDDEN');
      expect(await code({ cookie: cookies.foreign })).toBe('NOT_FOUND');
      expect(await code({})).toBe('UNAUTHENTICATED');
    }
  });

  it('needs a reason', async () => {
    expect(await lab.codeOf({ cookie: cookies.instructor }, COMMIT, { id: rerunId, reason: ' ' })).toBe('BAD_USER_INPUT'); // prettier-ignore
  });
});

it('commits though the worker is killed in the middle, each work once', async () => {
  await asked(COMMIT, { id: rerunId, reason: REASON });
  const committed = () => count('rerun_works WHERE committed_at IS NOT NULL');
  await until(committed, (n) => (n ?? 0) > 5);
  await rerunLab.killWorker();
  expect(await committed()).toBeLessThan(CROWD + 2);
  expect((await rerun()).status).toBe('COMMITTING');
  // What the killed one had in hand is asked for again once its message is found missing.
  await lab.sql(`DELETE FROM bullmq.job WHERE queue = 'rescoring'`);
  await lab.sql(`UPDATE rescoring_tasks SET requested_at = now() - interval '1 minute'`);
  await lab.startWorker();
  for (const part of [0.5, 1]) await until(committed, (n) => (n ?? 0) >= part * (CROWD + 2));
  const done = await until(rerun, ({ status }) => status === 'COMMITTED');
  expect(done).toMatchObject({ reason: REASON, summary: { committed: CROWD + 2 } });
  expect(await count(`audit_events WHERE action = 'grade.rerun'`)).toBe(CROWD + 2);
  expect(await count(`(SELECT DISTINCT subject_id FROM audit_events WHERE action = 'grade.rerun') s`)).toBe(CROWD + 2); // prettier-ignore
  const [event] = await lab.sql<{ detail: object; actor_id: string | null }>(
    `SELECT detail, actor_id FROM audit_events WHERE action = 'grade.rerun' AND detail ->> 'originalRunId' = $1`, [lost]); // prettier-ignore
  expect(event).toMatchObject({
    detail: { before: 75, after: 50, reason: REASON, wasPassed: true, isPassed: false },
  });
  expect(event?.actor_id).not.toBeNull();
});

it('lets the new scores count, and keeps what was before on record', async () => {
  expect(await count(`runs WHERE is_counted AND outcome = 'SCORED' AND kind = 'REGRADE'`)).toBe(CROWD + 2);
  expect(await count(`runs WHERE is_counted AND outcome = 'SCORED' AND kind = 'CERTIFICATION'`)).toBe(1);
  const { runs } = await asked<{ runs: { edges: { node: object }[] } }>(
    '{ runs { edges { node { kind score { value } rerun { version reason originalRunId } } } } }', {}, cookies.student); // prettier-ignore
  const told = { version: 2, reason: REASON, originalRunId: lost };
  expect(runs.edges.map(({ node }) => node)).toMatchObject([
    { kind: 'REGRADE', score: { value: 50 }, rerun: told },
    { kind: 'CERTIFICATION', score: { value: 75 }, rerun: told },
  ]);
  const { assignments } = await asked<{ assignments: { slug: string }[] }>('{ assignments { slug bestPoints isPassed } }', {}, cookies.student); // prettier-ignore
  expect(assignments.find(({ slug }) => slug === SLUG)).toMatchObject({ bestPoints: 50, isPassed: false });
  expect(await count('leaderboard_entries e JOIN assignment_versions v ON v.id = e.assignment_version_id WHERE v.version = 2')).toBe(CROWD + 2); // prettier-ignore
});

it('tells those whose result it changed, and nobody else', async () => {
  const moved = Array.from({ length: CROWD }, (_, n) => ((n + 1) % 10) - 6).filter((move) => move !== 0);
  expect(await count(`notifications WHERE kind = 'RERUN'`)).toBe(moved.length + 2);
  expect(await count(`notifications WHERE kind = 'RERUN' AND run_id = $1`, [await again(lost)])).toBe(1); // prettier-ignore
});

it('revokes the credential of a pass that is lost, issues changed ones anew, and leaves what was not scored', async () => {
  await until(() => count('credential_tasks t JOIN runs r ON r.submission_id = t.subject_id WHERE r.id = ANY($1)', [[kept, lost, broken]]), (n) => n === 0); // prettier-ignore
  expect(await credentials(lost)).toEqual([{ status: 'REVOKED', revoked_reason: 'REGRADED' }]);
  expect(await credentials(await again(lost))).toEqual([]);
  // The review made a second one of it before.
  expect((await credentials(kept)).at(-1)).toEqual({ status: 'REVOKED', revoked_reason: 'REPLACED' });
  expect(await credentials(await again(kept))).toEqual([{ status: 'ISSUED', revoked_reason: null }]);
  expect(await credentials(broken)).toEqual([{ status: 'ISSUED', revoked_reason: null }]);
});

it('does nothing twice when it is committed again', async () => {
  expect(await lab.codeOf({ cookie: cookies.instructor }, COMMIT, { id: rerunId, reason: REASON })).toBe('CONFLICT'); // prettier-ignore
  expect(await lab.codeOf({ cookie: cookies.instructor }, DISCARD, { id: rerunId })).toBe('CONFLICT');
  const first = (await works()).find(({ isCommitted }) => isCommitted);
  await rerunLab.worker.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
    expect(await worksToCommit(tx, rerunId)).toEqual([]);
    expect(await commitWork(tx, first?.id ?? '', new Date())).toBe(false);
    expect(await endCommit(tx, rerunId, new Date())).toBe(false);
  });
  expect(await count(`audit_events WHERE action = 'grade.rerun'`)).toBe(CROWD + 2);
  expect(await count('scores WHERE run_id = $1', [await again(lost)])).toBe(1);
});

it('is discarded without a trace for anyone but those who teach', async () => {
  await rerunLab.publish();
  const { beginRerun } = await asked<{ beginRerun: Rerun }>(BEGIN, inputOf(3));
  const before = await count('runs WHERE is_counted');
  const { discardRerun } = await asked<{ discardRerun: Rerun }>(DISCARD, { id: beginRerun.id });
  expect(discardRerun).toMatchObject({ status: 'DISCARDED', summary: { unfinished: 10 } });
  expect(await count(`runs WHERE kind = 'REGRADE' AND outcome = 'CANCELLED'`)).toBe(10);
  expect(await count('runs WHERE is_counted')).toBe(before);
  expect(await lab.codeOf({ cookie: cookies.instructor }, CONTINUE, { id: beginRerun.id })).toBe('CONFLICT');
  const { reruns } = await asked<{ reruns: Rerun[] }>(RERUNS, place());
  expect(reruns.map(({ status }) => status)).toEqual(['DISCARDED', 'COMMITTED']);
  expect(await lab.codeOf({ cookie: cookies.instructor }, BEGIN, inputOf(3))).toBe('ok');
});

it('stays on record: neither a decided re-run nor its works change', async () => {
  await expect(lab.owner.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
    tx.rerun.updateMany({ where: { id: rerunId }, data: { reason: 'Another.' } }))).rejects.toThrow('on record'); // prettier-ignore
  await expect(lab.owner.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
    tx.rerunWork.updateMany({ where: { rerunId }, data: { committedAt: null } }))).rejects.toThrow('on record'); // prettier-ignore
});
