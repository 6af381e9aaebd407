import type { RosterReport } from '@holdout/domain';
import { ApiLab, OTHER, SUBMIT } from '../support/api-lab.js';
import { invitationToken } from '../support/invitation-token.js';

let lab: ApiLab;
let cookies: Record<'admin' | 'operator' | 'student' | 'stranger', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    operator: 'operator@demo.holdout',
    student: 'student@demo.holdout',
    stranger: 'student@other.holdout',
  });
});
afterAll(() => lab.stop());

/** Hands in as this person; answers the run. */
async function handIn(who: 'student' | 'stranger'): Promise<string> {
  const headers = { cookie: cookies[who] };
  const { data, errors } = await lab.ask<{ submit: { runs: { id: string }[] } }>(headers, SUBMIT, {
    uploadId: await lab.upload(headers),
  });
  const id = data?.submit.runs[0]?.id;
  if (!id) throw new Error(errors?.[0]?.message);
  return id;
}

interface Fleet {
  isWhole: boolean;
  workers: {
    id: string;
    state: string;
    engine: { version: string; gpus: string[]; gpuProblem: string | null } | null;
  }[];
  queue: { organizationName: string; waiting: number }[];
  runs: { id: string; status: string; stuck: string | null; isEnding: boolean }[];
  endings: { what: string; reason: string; runs: number }[];
}
const FLEET = `{ fleet { isWhole workers { id state engine { version gpus gpuProblem } } queue { organizationName waiting }
  runs { id status stuck isEnding } endings { what reason runs } } }`;

async function fleet(who: 'admin' | 'operator'): Promise<Fleet> {
  const { data, errors } = await lab.ask<{ fleet: Fleet }>({ cookie: cookies[who] }, FLEET);
  if (!data) throw new Error(errors?.[0]?.message);
  return data.fleet;
}

describe('the fleet', () => {
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    await lab.forgetRuns();
    ours = await handIn('student');
    theirs = await handIn('stranger');
    await lab.sql('SELECT follow_queue()');
  });

  const order = (who: 'admin' | 'operator', command: string) =>
    lab.codeOf({ cookie: cookies[who] }, `mutation { orderWorker(id: "w1", order: ${command}) }`);
  const change = (who: 'admin' | 'operator', mutation: string, runId: string) =>
    lab.codeOf({ cookie: cookies[who] }, `mutation ($id: ID!) { ${mutation}(runId: $id) }`, { id: runId });
  const stuck = async (runId: string) => (await fleet('operator')).runs.find(({ id }) => id === runId)?.stuck;

  it('shows its queues to operators, to look at only, and to nobody else', async () => {
    const get = async (cookie: string, path: string, method = 'GET') => {
      const response = await fetch(`${lab.url}/queues${path}`, { method, headers: { cookie } });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    const page = await get(cookies.operator, '/');
    expect({ status: page.status, frames: page.headers.get('x-frame-options') }).toEqual({
      status: 200,
      frames: 'DENY',
    });
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.text).not.toMatch(/https?:|style="|<style/);
    expect(page.text).toContain('<a href="/fleet">');
    expect((await get(cookies.operator, '/way-back.css')).headers.get('content-type')).toMatch(/^text\/css/);
    const { queues } = JSON.parse((await get(cookies.operator, '/api/queues')).text) as {
      queues: { name: string; counts: { waiting: number }; readOnlyMode: boolean }[];
    };
    expect(queues.length).toBeGreaterThan(8);
    expect(queues.find(({ name }) => name === 'grading')).toMatchObject({
      readOnlyMode: true,
      counts: { waiting: 2 },
    });
    expect((await get(cookies.operator, '/api/queues/grading/pause', 'PUT')).status).toBe(404);
    const [script = ''] = /static\/js\/main\.\w+\.js/.exec(page.text) ?? [];
    for (const path of ['', '/', '/api/queues', `/${script}`]) {
      const seen = [cookies.admin, cookies.student, cookies.stranger, ''].map((who) => get(who, path));
      expect((await Promise.all(seen)).map(({ status }) => status)).toEqual([403, 403, 403, 401]);
    }
  });

  it('shows an operator every organization, and an admin their own', async () => {
    const whole = await fleet('operator');
    expect(whole.isWhole).toBe(true);
    expect(whole.queue.map(({ organizationName, waiting }) => [organizationName, waiting])).toEqual([
      ['Holdout Demo School', 1],
      ['Northfield Institute', 1],
    ]);
    expect(whole.runs.map(({ id }) => id)).toEqual([ours, theirs]);
    const own = await fleet('admin');
    expect(own.isWhole).toBe(false);
    expect(own.queue.map(({ organizationName }) => organizationName)).toEqual(['Holdout Demo School']);
    expect(own.runs.map(({ id }) => id)).toEqual([ours]);
  });

  it('says why a run does not get on', async () => {
    expect(await stuck(ours)).toBe('NO_WORKER');
    await lab.sql(
      `INSERT INTO workers (id, hostname, labels, concurrency, started_at, seen_at, engine)
       VALUES ('w1', 'host', '{cpu,image:light,image:scorer}', 2, now(), now(), '{"version":"29.0","containers":3,"gpus":["H100"]}'),
         ('w2', 'other', '{cpu}', 2, now(), now(),
          '{"version":"20.10","containers":0,"gpus":[],"gpuProblem":"Install the NVIDIA Container Toolkit."}')`,
    );
    expect(await stuck(ours)).toBeNull();
    expect((await fleet('admin')).workers).toEqual([
      { id: 'w1', state: 'UP', engine: { version: '29.0', gpus: ['H100'], gpuProblem: null } },
      {
        id: 'w2',
        state: 'UP',
        engine: { version: '20.10', gpus: [], gpuProblem: 'Install the NVIDIA Container Toolkit.' },
      },
    ]);
    await lab.sql(`UPDATE runs SET queued_at = now() - interval '2 hours' WHERE id = $1`, [ours]);
    expect(await stuck(ours)).toBe('LONG_WAIT');
  });

  it('pauses, resumes and drains a worker for operators only', async () => {
    expect(await order('admin', 'PAUSE')).toBe('FORBIDDEN');
    expect(await order('operator', 'PAUSE')).toBe('ok');
    expect((await fleet('operator')).workers[0]?.state).toBe('PAUSED');
    expect(await stuck(ours)).toBe('WORKERS_PAUSED');
    expect(await order('operator', 'DRAIN')).toBe('ok');
    expect((await fleet('operator')).workers[0]?.state).toBe('DRAINING');
    expect(await order('operator', 'RESUME')).toBe('ok');
    expect((await fleet('operator')).workers[0]?.state).toBe('UP');
    const unknown = `mutation { orderWorker(id: "nobody", order: PAUSE) }`;
    expect(await lab.codeOf({ cookie: cookies.operator }, unknown)).toBe('NOT_FOUND');
  });

  it('takes a run from its worker and puts it back, at no charge', async () => {
    const claim = `SELECT run_id AS id, claim_token AS token FROM claim_next_run('w1', 60, '{cpu,image:light,image:scorer}')`;
    const [claimed] = await lab.sql<{ id: string; token: string }>(claim);
    if (!claimed) throw new Error('Nothing was claimed.');
    expect(await change('admin', 'requeueRun', claimed.id)).toBe(claimed.id === ours ? 'ok' : 'NOT_FOUND');
    expect(await change('operator', 'requeueRun', claimed.id)).toBe('ok');
    const [lease] = await lab.sql<{ lease: string }>(`SELECT renew_lease($1, $2, 60) AS lease`, [
      claimed.id,
      claimed.token,
    ]);
    expect(lease?.lease).toBe('LOST');
    const rows = await lab.sql(`SELECT status, worker_id, lease_expires_at FROM runs WHERE id = $1`, [
      claimed.id,
    ]);
    expect(rows).toEqual([{ status: 'QUEUED', worker_id: null, lease_expires_at: null }]);
    expect(await lab.sql('SELECT cause FROM run_interruptions')).toEqual([{ cause: 'WORKER_STOPPED' }]);
  });

  it('asks a run that is worked on to end once, and says that it is about to', async () => {
    await lab.sql(
      `UPDATE runs SET status = 'RUNNING', worker_id = 'w1', lease_expires_at = now() + interval '1 minute' WHERE id = $1`,
      [ours],
    );
    const isEnding = async (who: 'admin' | 'operator') =>
      (await fleet(who)).runs.find(({ id }) => id === ours)?.isEnding;
    expect(await isEnding('admin')).toBe(false);
    expect(await change('admin', 'endRun', ours)).toBe('ok');
    expect([await isEnding('admin'), await isEnding('operator')]).toEqual([true, true]);
    expect([await change('admin', 'endRun', ours), await change('admin', 'requeueRun', ours)]).toEqual([
      ...Array<string>(2).fill('NOT_FOUND'),
    ]);
    const ended = await lab.sql(
      `SELECT 1 FROM audit_events WHERE action = 'run.cancelled' AND subject_id = $1`,
      [ours],
    );
    expect(ended).toHaveLength(1);
  });

  it('ends a run; whose log it is written in is whose run it was', async () => {
    expect(await change('admin', 'endRun', theirs)).toBe('NOT_FOUND');
    expect(await change('operator', 'endRun', theirs)).toBe('ok');
    expect(await change('operator', 'endRun', theirs)).toBe('NOT_FOUND');
    expect((await fleet('operator')).endings).toContainEqual({ what: 'CANCELLED', reason: '', runs: 1 });
    expect((await fleet('admin')).endings.map(({ what }) => what)).toEqual(['INTERRUPTED']);
    const audited = await lab.sql(`SELECT action FROM audit_events WHERE organization_id = $1`, [OTHER]);
    expect(audited).toContainEqual({ action: 'run.cancelled' });
  });
});

describe('quotas', () => {
  beforeEach(async () => {
    await lab.forgetRuns();
    await lab.sql('DELETE FROM quotas');
  });

  const SET = 'mutation ($input: QuotaInput!) { setQuota(input: $input) { id scope name isExpired } }';
  const set = (input: object) =>
    lab.ask<{ setQuota: { id: string; scope: string; name: string | null } }>(
      { cookie: cookies.admin },
      SET,
      {
        input: { reason: 'a test', ...input },
      },
    );
  const own = async () =>
    (await lab.ask<{ ownQuota: object[] }>({ cookie: cookies.student }, '{ ownQuota { what limit used } }'))
      .data?.ownQuota;
  const refusal = () =>
    handIn('student').then(
      () => null,
      (error: Error) => error.message,
    );
  const sam = async () => {
    const [row] = await lab.sql<{ id: string }>(
      `SELECT id FROM memberships WHERE user_id = '0193a000-0000-7000-8000-000000001001' AND role = 'STUDENT'`,
    );
    return row?.id;
  };

  it('of a cohort holds for each of its students when they hand in, and shows what is used', async () => {
    const [cohort] = await lab.sql<{ id: string }>(`SELECT id FROM cohorts WHERE slug = 'autumn'`);
    const { data } = await set({ cohortId: cohort?.id, runsPerDay: 1 });
    expect(data?.setQuota).toMatchObject({ scope: 'COHORT', name: 'Autumn cohort' });
    await handIn('student');
    expect(await own()).toEqual([{ what: 'RUNS', limit: 1, used: 1 }]);
    expect(await refusal()).toMatch(
      /^Your 1 runs for today are used up\. Hand in again after .*T00:00:00\.000Z/,
    );
    await handIn('stranger');
    await lab.sql(`UPDATE cohorts SET archived_at = now() WHERE slug = 'autumn'`);
    expect(await own()).toEqual([]);
    await lab.sql(`UPDATE cohorts SET archived_at = NULL WHERE slug = 'autumn'`);
  });

  it('of a student goes before their cohort’s, until it ends', async () => {
    const [cohort] = await lab.sql<{ id: string }>(`SELECT id FROM cohorts WHERE slug = 'autumn'`);
    await set({ cohortId: cohort?.id, runsPerDay: 0 });
    const exception = await set({
      membershipId: await sam(),
      runsPerDay: 5,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(exception.data?.setQuota.scope).toBe('STUDENT');
    await handIn('student');
    await lab.sql(`UPDATE quotas SET expires_at = now() - interval '1 minute' WHERE user_id IS NOT NULL`);
    expect(await refusal()).toMatch('Your 0 runs for today are used up');
  });

  it('of the organization counts seconds and bytes of everybody', async () => {
    await set({ storageBytes: 3000 });
    await handIn('student');
    expect(await refusal()).toMatch('The 3000 bytes of storage of your organization do not hold another');
    await lab.sql('DELETE FROM quotas');
    await set({ cpuSeconds: 100 });
    await lab.sql(`SELECT follow_queue()`);
    await lab.sql(`UPDATE fair_queue.organizations SET spent = 100 WHERE resource = 'CPU'`);
    expect(await refusal()).toMatch('The 100 CPU-seconds of your organization for today are used up');
  });

  it('is refused where it says nothing, too much or something of another organization, and is audited', async () => {
    const codes = [];
    for (const input of [
      {},
      { runsPerDay: -1 },
      { parallelRuns: 0 },
      { runsPerDay: 1, expiresAt: '2020-01-01T00:00:00Z' },
      { runsPerDay: 1, membershipId: '00000000-0000-7000-8000-000000000000' },
    ])
      codes.push((await set(input)).errors?.[0]?.extensions.code);
    expect(codes).toEqual([...Array<string>(4).fill('BAD_USER_INPUT'), 'NOT_FOUND']);
    const { data } = await set({ parallelRuns: 4 });
    const remove = 'mutation ($id: ID!) { removeQuota(id: $id) }';
    expect(await lab.codeOf({ cookie: cookies.admin }, remove, { id: data?.setQuota.id })).toBe('ok');
    const audited = await lab.sql<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id`,
      [data?.setQuota.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(['quota.set', 'quota.removed']);
  });
});

describe('a roster', () => {
  const post = (csv: string, more: Record<string, string> = {}, query = '?isDryRun=false') =>
    fetch(`${lab.url}/files/roster${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: cookies.admin, ...more },
      body: csv,
    });
  async function imported(csv: string, isDryRun = false): Promise<RosterReport> {
    const response = await post(csv, {}, `?isDryRun=${isDryRun}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    return (await response.json()) as RosterReport;
  }
  const count = async () => (await lab.sql('SELECT 1 FROM invitations')).length;
  const CSV = [
    'email,role,cohort',
    'one@new.holdout,,autumn',
    'two@new.holdout,instructor,',
    'three@new.holdout,student,nowhere',
    'nobody,student,',
  ].join('\n');

  it('is tried without writing anything, row by row', async () => {
    const before = await count();
    const { rows, ...counts } = await imported(CSV, true);
    expect(counts).toEqual({
      isDryRun: true,
      importId: null,
      invited: 2,
      placed: 0,
      unchanged: 0,
      refused: 2,
      mailed: 0,
      ignored: [],
    });
    expect(rows.map(({ line, result, link }) => [line, result, link])).toEqual([
      [2, 'INVITED', null],
      [3, 'INVITED', null],
      [4, 'REFUSED', null],
      [5, 'REFUSED', null],
    ]);
    expect(rows[2]?.problem).toBe('There is no cohort "nowhere". Write its name, or leave it out.');
    expect(await count()).toBe(before);
  });

  it('invites each once, however often it is imported', async () => {
    const before = await count();
    const first = await imported(CSV);
    expect(first.rows.map(({ link }) => (link ? invitationToken(link).length : undefined))).toEqual([
      43,
      43,
      undefined,
      undefined,
    ]);
    const again = await imported(CSV);
    expect(again).toMatchObject({ invited: 0, unchanged: 2, refused: 2 });
    expect(await count()).toBe(before + 2);
    expect(await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'roster.imported'`)).toHaveLength(2);
  });

  it('puts who is here, or invited, into the cohort of their row, and brings back nobody who was removed', async () => {
    await lab.sql(
      `INSERT INTO cohorts (id, organization_id, track_id, slug, name)
       SELECT gen_random_uuid(), organization_id, track_id, 'evening', 'Evening' FROM cohorts WHERE slug = 'autumn'`,
    );
    await lab.sql(
      `INSERT INTO invitations (id, organization_id, email_hash, role, token_hash, status, invited_by_id, expires_at)
       SELECT gen_random_uuid(), i.organization_id, i.email_hash, 'HIRING_MANAGER', 'gone', 'ACCEPTED', i.invited_by_id, now()
       FROM invitations i JOIN cohorts c ON c.id = i.cohort_id WHERE c.slug = 'autumn' ORDER BY i.created_at LIMIT 1`,
    );
    const csv = [
      'email,role,cohort,Street',
      'STUDENT@demo.holdout,,evening,1 High Street',
      'one@new.holdout,,Evening,',
      'one@new.holdout,hiring manager,,',
      'ta@demo.holdout,teaching assistant,,',
    ].join('\n');
    const inEvening = () =>
      lab.sql(
        `SELECT e.user_id FROM enrollments e JOIN cohorts c ON c.id = e.cohort_id WHERE c.slug = 'evening'
         UNION ALL SELECT i.id FROM invitations i JOIN cohorts c ON c.id = i.cohort_id WHERE c.slug = 'evening'`,
      );
    const tried = await imported(csv, true);
    expect(tried.rows.map(({ result }) => result)).toEqual(['PLACED', 'PLACED', 'REFUSED', 'UNCHANGED']);
    expect(tried.rows[2]?.problem).toMatch(/have it no longer. Invite them by hand/);
    expect(tried.ignored).toEqual(['Street']);
    expect(await inEvening()).toHaveLength(0);
    expect(await imported(csv)).toMatchObject({ invited: 0, placed: 2, unchanged: 1, refused: 1 });
    expect(await inEvening()).toHaveLength(2);
    expect(await imported(csv)).toMatchObject({ invited: 0, placed: 0, unchanged: 3, refused: 1 });
  });

  it('may have ten thousand rows', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `student-${i}@large.holdout,student,autumn`);
    const { invited } = await imported(['email,role,cohort', ...lines].join('\n'));
    expect(invited).toBe(10_000);
  });

  it('is taken from own pages and from keys, as CSV, and no larger than it has to be', async () => {
    const status = async (...sent: Parameters<typeof post>) => (await post(...sent)).status;
    const { data } = await lab.ask<{ createApiKey: { secret: string } }>(
      { cookie: cookies.admin },
      'mutation { createApiKey(name: "roster") { secret } }',
    );
    const key = { cookie: '', 'x-api-key': data?.createApiKey.secret ?? '' };
    expect(await status(CSV, key)).toBe(200);
    expect(await status(CSV, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status('"email"', { 'content-type': 'application/json' })).toBe(400);
    expect(await status(CSV, { 'content-type': 'text/plain' })).toBe(400);
    expect(await status(CSV, {}, '?isDryRun=maybe')).toBe(400);
    expect(await status(`email\n${'x'.repeat(1024 * 1024)}`)).toBe(413);
    const tries = await Promise.all(Array.from({ length: 40 }, () => status(CSV, key, '?isDryRun=true')));
    expect(tries).toContain(429);
  });
});
