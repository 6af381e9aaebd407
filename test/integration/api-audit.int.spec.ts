import { DEPLOYMENT, auditPage, createDatabase, recordAudit } from '@holdout/db';
import { ApiLab, OTHER } from '../support/api-lab.js';

interface Event {
  id: string;
  actor: { id: string; name: string } | null;
  action: string;
  subjectId: string;
  detail: { name: string; value: string }[];
}

const LOG = `query ($filter: AuditFilter, $first: Int, $after: String) { auditLog(filter: $filter, first: $first, after: $after) {
  events { id actor { id name } action subjectId detail { name value } } pageInfo { hasNextPage endCursor } } }`;
const CHAIN =
  'query ($knownHash: String) { auditChain(knownHash: $knownHash) { events firstBrokenId head holdsKnownHash } }';

let lab: ApiLab;
let cookies: Record<'admin' | 'instructor' | 'operator' | 'student', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    instructor: 'instructor@demo.holdout',
    operator: 'operator@demo.holdout',
    student: 'student@demo.holdout',
  });
});
afterAll(() => lab.stop());

async function log(filter: object = {}): Promise<Event[]> {
  const { data, errors } = await lab.ask<{ auditLog: { events: Event[] } }>({ cookie: cookies.admin }, LOG, {
    filter,
    first: 100,
  });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.auditLog.events;
}

async function chain(knownHash: string | null = null) {
  const { data } = await lab.ask<{
    auditChain: {
      events: number;
      firstBrokenId: string | null;
      head: string;
      holdsKnownHash: boolean | null;
    };
  }>({ cookie: cookies.admin }, CHAIN, { knownHash });
  if (!data) throw new Error('The chain was not answered.');
  return data.auditChain;
}

const download = (query: string, who: keyof typeof cookies = 'admin') =>
  fetch(`${lab.url}/files/audit${query}`, { headers: { cookie: cookies[who] } });

/** One entry of each kind that the tests look for. */
async function act(): Promise<{ runId: string }> {
  const student = { cookie: cookies.student };
  const uploadId = await lab.upload(student);
  const { data } = await lab.ask<{ submit: { runs: { id: string }[] } }>(
    student,
    'mutation ($id: ID!) { submit(input: { assignmentSlug: "tabular-risk", uploadId: $id, kind: PRACTICE }) { runs { id } } }',
    { id: uploadId },
  );
  const runId = data?.submit.runs[0]?.id ?? '';
  const read = 'query ($id: ID!) { run(id: $id) { id } runLog(runId: $id) { text } }';
  for (const cookie of [cookies.student, cookies.instructor, cookies.instructor])
    await lab.ask({ cookie }, read, { id: runId });
  const made = await lab.ask<{ createApiKey: { apiKey: { id: string } } }>(
    student,
    'mutation { createApiKey(name: "laptop") { apiKey { id } } }',
  );
  await lab.ask(student, 'mutation ($id: ID!) { revokeApiKey(id: $id) }', {
    id: made.data?.createApiKey.apiKey.id,
  });
  await lab.ask(
    { cookie: cookies.admin },
    'mutation { invite(input: { email: "new@demo.holdout", role: STUDENT }) { id } }',
  );
  return { runId };
}

describe('the audit log', () => {
  it('has keys, invitations and looks at students’ work, one look a day', async () => {
    const { runId } = await act();
    const found = (await log()).map(({ actor, action }) => `${actor?.name}: ${action}`);
    expect(found).toEqual([
      'Ada Novak: invitation.created',
      'Sam Okafor: api-key.revoked',
      'Sam Okafor: api-key.created',
      'Ines Carvalho: run.log-read',
      'Ines Carvalho: run.opened',
    ]);
    const [look] = await log({ search: 'run.opened' });
    expect(look?.subjectId).toBe(runId);
  });

  it('is found by action, by what it is about, by who did it and by day', async () => {
    expect((await log({ search: 'LAPTOP' })).map(({ action }) => action)).toEqual([
      'api-key.revoked',
      'api-key.created',
    ]);
    expect(await log({ search: '%' })).toEqual([]);
    expect(await log({ subjectType: 'run' })).toHaveLength(2);
    const [invited] = await log({ subjectType: 'invitation' });
    expect((await log({ actorId: invited?.actor?.id })).map(({ action }) => action)).toEqual([
      'invitation.created',
    ]);
    expect(await log({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  it('comes page by page', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const answer: { data?: Record<string, unknown> | null } = await lab.ask(
        { cookie: cookies.admin },
        LOG,
        {
          first: 2,
          after,
        },
      );
      const page = answer.data?.auditLog as {
        events: Event[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.events.map(({ id }) => id));
      isMore = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual((await log()).map(({ id }) => id));
  });

  it('leaves as CSV and as JSON lines, for admins only, and that is on record too', async () => {
    const csv = await (await download('?subjectType=invitation')).text();
    expect(csv.split('\n')[0]).toBe(
      'id,createdAt,actorId,action,subjectType,subjectId,detail,previousHash,hash',
    );
    expect(csv.split('\n')[1]).toContain(',invitation.created,invitation,');
    const lines = (await (await download('?format=jsonl')).text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Event).action)).toEqual([
      'audit.exported',
      'audit.exported',
      'invitation.created',
      'api-key.revoked',
      'api-key.created',
      'run.log-read',
      'run.opened',
    ]);
    for (const odd of ['format=xls', 'search=%00', 'actorId=%00', 'from=yesterday'])
      expect([odd, (await download(`?${odd}`)).status]).toEqual([odd, 400]);
    expect((await download('', 'instructor')).status).toBe(403);
    expect((await fetch(`${lab.url}/files/audit`)).status).toBe(401);
  });

  it('holds nothing of another organization', async () => {
    await lab.owner.inTenant({ organizationId: OTHER, userId: null }, (tx) =>
      tx.auditEvent.createMany({
        data: [
          {
            organizationId: OTHER,
            action: 'membership.removed',
            subjectType: 'membership',
            subjectId: 'theirs',
            detail: {},
            previousHash: '',
            hash: '',
          },
        ],
      }),
    );
    expect((await log()).map(({ subjectId }) => subjectId)).not.toContain('theirs');
    expect(await (await download('?format=jsonl')).text()).not.toContain('theirs');
  });

  it('is whole until somebody changes or cuts it past the triggers', async () => {
    const { head, ...whole } = await chain();
    expect(whole).toEqual({ events: (await log()).length, firstBrokenId: null, holdsKnownHash: null });
    expect((await chain(head)).holdsKnownHash).toBe(true);
    const past = (statement: string, id: string | undefined) =>
      lab.sql(`SET session_replication_role = replica; ${statement} WHERE id = ${Number(id)}`);
    const [newest, , middle] = await log();
    await past(`UPDATE audit_events SET actor_id = NULL`, middle?.id);
    expect((await chain()).firstBrokenId).toBe(middle?.id);
    // A cut at the end leaves a chain that is whole: only a hash noted before tells.
    await past(`DELETE FROM audit_events`, newest?.id);
    expect((await chain(head)).holdsKnownHash).toBe(false);
  });
});

describe('the log of the deployment', () => {
  const PAGE = `query ($filter: AuditFilter, $first: Int, $after: String) { deploymentSubjectTypes
    deploymentLog(filter: $filter, first: $first, after: $after) {
      events { id actor { id name } action subjectId detail { name value } } pageInfo { hasNextPage endCursor } } }`;
  const CHECK =
    'query ($knownHash: String) { deploymentChain(knownHash: $knownHash) { events firstBrokenId head holdsKnownHash } }';
  interface Page {
    deploymentSubjectTypes: string[];
    deploymentLog: { events: Event[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  interface Chain {
    deploymentChain: {
      events: number;
      firstBrokenId: string | null;
      head: string;
      holdsKnownHash: boolean | null;
    };
  }

  async function asOperator<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await lab.ask<T>({ cookie: cookies.operator }, query, variables);
    if (!data) throw new Error(errors?.[0]?.message);
    return data;
  }
  const actions = async (filter: object = {}) =>
    (await asOperator<Page>(PAGE, { filter, first: 100 })).deploymentLog.events.map(({ action }) => action);
  const file = (who: keyof typeof cookies, query = '?format=jsonl') =>
    fetch(`${lab.url}/files/deployment-log${query}`, { headers: { cookie: cookies[who] } });

  beforeAll(async () => {
    await lab.sql(
      `INSERT INTO workers (id, hostname, labels, concurrency, started_at, seen_at) VALUES ('w1', 'here', '{cpu}', 1, now(), now())`,
    );
    // They are a member of nothing.
    await lab.sql(
      `DELETE FROM memberships m USING auth."user" u WHERE u.id = m.user_id AND u.email = 'operator@demo.holdout'`,
    );
    for (const order of ['PAUSE', 'DRAIN', 'RESUME'])
      await asOperator(`mutation { orderWorker(id: "w1", order: ${order}) }`);
  });

  it('has what operators order of workers, by name, and no organization’s has it', async () => {
    const { deploymentLog, deploymentSubjectTypes } = await asOperator<Page>(PAGE, { first: 2 });
    expect(deploymentLog.events).toMatchObject([
      {
        action: 'worker.resumed',
        subjectId: 'w1',
        actor: { name: expect.stringMatching(/^\w+ \w+$/) as string },
      },
      { action: 'worker.drained', subjectId: 'w1' },
    ]);
    const after = deploymentLog.pageInfo.endCursor;
    const next = await asOperator<Page>(PAGE, { first: 2, after });
    expect(next.deploymentLog.events.map(({ action }) => action)).toEqual(['worker.paused']);
    expect(deploymentSubjectTypes).toEqual(['worker']);
    expect(await actions({ search: 'DRAIN' })).toEqual(['worker.drained']);
    expect(await log({ subjectType: 'worker' })).toEqual([]);
  });

  it('leaves as a file, for operators only, and that is on record too', async () => {
    const answer = await file('operator');
    expect(answer.headers.get('content-disposition')).toContain('audit-deployment.jsonl');
    const lines = (await answer.text()).trim().split('\n');
    const all = ['audit.exported', 'worker.resumed', 'worker.drained', 'worker.paused'];
    expect(lines.map((line) => (JSON.parse(line) as Event).action)).toEqual(all);
    expect(await actions()).toEqual(all);
    expect((await file('operator', '?search=%00')).status).toBe(400);
    expect((await file('admin')).status).toBe(403);
  });

  it('is shown to nobody else by the database, and nobody else appends to it', async () => {
    const [admin] = await lab.sql<{ id: string }>(
      `SELECT id FROM auth."user" WHERE email = 'admin@demo.holdout'`,
    );
    const database = createDatabase({ url: lab.test.apiUrl, max: 1 });
    const place = { organizationId: DEPLOYMENT, userId: admin?.id ?? '' };
    expect((await database.inTenant(place, (tx) => auditPage(tx, {}, { first: 10 }))).rows).toEqual([]);
    const entry = { action: 'worker.paused', subjectType: 'worker', subjectId: 'w1' };
    await expect(
      database.inTenant(place, (tx) =>
        recordAudit(tx, { ...entry, organizationId: DEPLOYMENT, actorId: null }),
      ),
    ).rejects.toThrow(/row-level security/);
    await database.close();
  });

  it('is whole until somebody changes it past the triggers', async () => {
    const { deploymentChain } = await asOperator<Chain>(CHECK);
    const events = (await actions()).length;
    expect(deploymentChain).toMatchObject({ events, firstBrokenId: null, holdsKnownHash: null });
    const known = await asOperator<Chain>(CHECK, { knownHash: deploymentChain.head });
    expect(known.deploymentChain.holdsKnownHash).toBe(true);
    // An organization’s hashes are none of its.
    expect((await chain(deploymentChain.head)).holdsKnownHash).toBe(false);
    const [drained] = (await asOperator<Page>(PAGE, { filter: { search: 'drained' } })).deploymentLog.events;
    await lab.sql(
      `SET session_replication_role = replica; UPDATE audit_events SET actor_id = NULL WHERE id = ${Number(drained?.id)}`,
    );
    expect((await asOperator<Chain>(CHECK)).deploymentChain.firstBrokenId).toBe(drained?.id);
  });
});
