import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { ApiLab, DEMO, PUBLIC_URL, SUBMIT } from '../support/api-lab.js';
import { Heard } from '../support/heard.js';

const CHANGED =
  'subscription($id: ID!) { runChanged(runId: $id) { status outcome student { name } phases { label status } } }';
const LOG = 'subscription($id: ID!) { runLogAppended(runId: $id) { sequence text } }';

type Change = { runChanged: { status: string; outcome: string | null; phases: { label: string }[] } };

describe('live runs', () => {
  let lab: ApiLab;
  let cookie: string;
  let runId: string;
  const clients: Client[] = [];

  function connect(headers: Record<string, string>, connectionParams: Record<string, unknown> = {}): Client {
    class WithHeaders extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers });
      }
    }
    const url = lab.url.replace('http', 'ws') + '/graphql';
    const client = createClient({ url, webSocketImpl: WithHeaders, retryAttempts: 0, connectionParams });
    clients.push(client);
    return client;
  }

  beforeAll(async () => {
    lab = await ApiLab.start();
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await lab.stop();
  });
  beforeEach(async () => {
    await lab.forgetRuns();
    cookie = await lab.signIn('student@demo.holdout');
    const { data } = await lab.ask<{ submit: { runs: { id: string }[] } }>({ cookie }, SUBMIT, {
      uploadId: await lab.upload({ cookie }),
    });
    runId = data!.submit.runs[0]!.id;
  });

  const start = () =>
    lab.sql(`UPDATE runs SET status = 'RUNNING', attempt = 1, started_at = now() WHERE id = $1`, [runId]);
  const log = (sequence: number, text: string) =>
    lab.sql(
      `INSERT INTO run_log_chunks (organization_id, run_id, attempt, phase, sequence, text) VALUES ($1, $2, 1, 'TRAIN', $3, $4)`,
      [DEMO, runId, sequence, text],
    );
  const finish = () =>
    lab.sql(`UPDATE runs SET status = 'FINISHED', outcome = 'CANCELLED', finished_at = now() WHERE id = $1`, [
      runId,
    ]);

  it('sends the current state first, then each change, and ends when the run is finished', async () => {
    const heard = new Heard<Change>(connect({ cookie, origin: PUBLIC_URL }), CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    expect(heard.last?.data?.runChanged.status).toBe('QUEUED');
    await start();
    await heard.until(({ last }) => last?.data?.runChanged.status === 'RUNNING');
    await finish();
    await heard.until(({ hasEnded }) => hasEnded);
    expect(heard.last?.data?.runChanged).toMatchObject({ status: 'FINISHED', outcome: 'CANCELLED' });
  });

  it('sends the log so far and then only what is added', async () => {
    await start();
    await log(0, 'epoch 1\n');
    await log(1, 'epoch 2\n');
    const heard = new Heard<{ runLogAppended: { sequence: number; text: string }[] }>(
      connect({ cookie }),
      LOG,
      { id: runId },
    );
    await heard.until(({ answers }) => answers.length === 1);
    await log(2, 'epoch 3\n');
    await heard.until(
      ({ answers }) => answers.flatMap(({ data }) => data?.runLogAppended ?? []).length === 3,
    );
    await finish();
    await heard.until(({ hasEnded }) => hasEnded);
    const texts = heard.answers.flatMap(({ data }) => data?.runLogAppended ?? []).map(({ text }) => text);
    expect(texts).toEqual(['epoch 1\n', 'epoch 2\n', 'epoch 3\n']);
  });

  it('ends with the event after the session was revoked', async () => {
    const heard = new Heard<Change>(connect({ cookie }), CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    await lab.sql('DELETE FROM auth.session');
    await start();
    await heard.until(({ hasEnded }) => hasEnded);
    expect(heard.last).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('ends with the event after the membership was removed', async () => {
    const staff = await lab.signIn('ta@demo.holdout');
    const heard = new Heard<Change>(connect({ cookie: staff }), CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    await lab.sql(`DELETE FROM memberships WHERE role = 'TEACHING_ASSISTANT'`);
    await start();
    await heard.until(({ hasEnded }) => hasEnded);
    expect(heard.last?.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('shows a run to nobody else', async () => {
    const stranger = await lab.signIn('student@other.holdout');
    const heard = new Heard<Change>(connect({ cookie: stranger }), CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    expect(heard.last?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('takes an API key from connectionParams', async () => {
    const made = await lab.ask<{ createApiKey: { secret: string } }>(
      { cookie },
      'mutation { createApiKey(name: "cli") { secret } }',
    );
    const client = connect({}, { apiKey: made.data?.createApiKey.secret });
    const heard = new Heard<Change>(client, CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    expect(heard.last?.data?.runChanged.status).toBe('QUEUED');
  });

  it('refuses a socket of another site, one without sign-in, and anything but subscriptions', async () => {
    const refusedBy = (headers: Record<string, string>) =>
      new Promise<string>((resolve) => {
        connect(headers).subscribe(
          { query: CHANGED, variables: { id: runId } },
          {
            next: () => resolve('answered'),
            error: (error) =>
              resolve(
                String((error as { code?: number; message?: string }).code ?? (error as Error).message),
              ),
            complete: () => resolve('complete'),
          },
        );
      });
    expect(await refusedBy({ cookie, origin: 'https://evil.example' })).toMatch(/403|1006/);
    expect(await refusedBy({})).toBe('4403');
    const heard = new Heard(connect({ cookie }), '{ viewer { id } }', {});
    await heard.until(({ answers }) => answers.length === 1);
    expect(heard.last?.errors?.[0]?.message).toMatch(/carries subscriptions/);
  });

  it('keeps no transaction open between events', async () => {
    const heard = new Heard<Change>(connect({ cookie }), CHANGED, { id: runId });
    await heard.until(({ answers }) => answers.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const open = await lab.sql(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'holdout_api' AND state LIKE 'idle in transaction%'`,
    );
    expect(open).toHaveLength(0);
  });
});
