import { OTHER, type ApiLab } from '../support/api-lab.js';

interface Fleet {
  isWhole: boolean;
  workers: {
    id: string;
    state: string;
    engine: { version: string; gpus: string[]; gpuProblem: string | null } | null;
  }[];
  queue: { organizationName: string; waiting: number }[];
  runs: {
    id: string;
    status: string;
    phase: string | null;
    queuedAt: string;
    startedAt: string | null;
    stuck: string | null;
    isEnding: boolean;
  }[];
  endings: { what: string; reason: string; runs: number }[];
}
const FLEET = `{ fleet { isWhole workers { id state engine { version gpus gpuProblem } } queue { organizationName waiting }
  runs { id status phase queuedAt startedAt stuck isEnding } endings { what reason runs } } }`;

interface Parts {
  lab: () => ApiLab;
  cookies: () => Record<'admin' | 'operator' | 'student' | 'stranger', string>;
  /** Answers the run. */
  handIn: (who: 'student' | 'stranger') => Promise<string>;
}

/** Workers and runs as operators and admins see them, in the same deployment as the rest of admins' work: see `api-admins`. */
export function fleetCases({ lab: labOf, cookies: cookiesOf, handIn }: Parts): void {
  let lab: ApiLab;
  let cookies: Record<'admin' | 'operator' | 'student' | 'stranger', string>;
  const fleet = async (who: 'admin' | 'operator'): Promise<Fleet> => {
    const { data, errors } = await lab.ask<{ fleet: Fleet }>({ cookie: cookies[who] }, FLEET);
    if (!data) throw new Error(errors?.[0]?.message);
    return data.fleet;
  };
  let ours: string;
  let theirs: string;

  beforeAll(async () => {
    lab = labOf();
    cookies = cookiesOf();
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

  it('says what a run is doing, since when, and what keeps one that runs', async () => {
    const [times] = await lab.sql<{ queued: Date; started: Date }>(
      `UPDATE runs SET queued_at = now() - interval '90 minutes', started_at = now() - interval '3 hours', attempt = 1
       WHERE id = $1 RETURNING queued_at AS queued, started_at AS started`,
      [ours],
    );
    await lab.sql(
      `INSERT INTO run_phases (id, organization_id, run_id, attempt, position, name, label, status, limit_seconds, started_at)
       SELECT gen_random_uuid(), organization_id, id, 1, 0, 'TRAIN', 'Train', 'RUNNING', 60, started_at FROM runs WHERE id = $1`,
      [ours],
    );
    const shown = async () => (await fleet('admin')).runs[0];
    expect(await shown()).toEqual({
      id: ours,
      status: 'RUNNING',
      phase: 'Train',
      queuedAt: times?.queued.toISOString(),
      startedAt: times?.started.toISOString(),
      stuck: 'PHASE_LASTS',
      isEnding: true,
    });
    await lab.sql(`UPDATE runs SET cancel_requested_at = now() - interval '3 minutes' WHERE id = $1`, [ours]);
    expect(await shown()).toMatchObject({ stuck: 'CANCEL_UNHEARD' });
    await lab.sql(`UPDATE runs SET lease_expires_at = now() - interval '1 second' WHERE id = $1`, [ours]);
    expect(await shown()).toMatchObject({ stuck: 'WORKER_LOST' });
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

  it('shows no runs once none is left', async () => {
    await lab.forgetRuns();
    expect((await fleet('operator')).runs).toEqual([]);
  });
}
