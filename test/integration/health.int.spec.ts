import { rename } from 'node:fs/promises';
import path from 'node:path';
import { ApiLab } from '../support/api-lab.js';
import { withClient } from '../support/database.js';
import { untilTrue } from '../support/until-true.js';

let lab: ApiLab;
let workerUrl: string;
beforeAll(async () => {
  // What they say of a database that is away is not what is looked at here.
  lab = await ApiLab.start({ onLog: () => undefined });
  workerUrl = await lab.startWorker();
}, 60_000);
afterAll(() => lab?.stop());

async function answerOf(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url);
  return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
}
const untilReady = (url: string) =>
  untilTrue(
    async () => (await fetch(`${url}/health/ready`)).ok,
    20_000,
    () => `${url} is not ready`,
  );

/** Shuts the lab's database, and nobody else's, for a while. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const { pathname } = new URL(lab.test.adminUrl);
  const name = pathname.slice(1);
  const elsewhere = lab.test.adminUrl.replace(pathname, '/postgres');
  const run = (sql: string) => withClient(elsewhere, (client) => client.query(sql));
  await run(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  try {
    await run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    await work();
  } finally {
    await run(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  }
}

it('API and worker live on without a database, say that they are not ready, and are so again by themselves', async () => {
  await Promise.all([lab.url, workerUrl].map(untilReady));
  await withoutDatabase(async () => {
    expect(await answerOf(`${lab.url}/health/ready`)).toMatchObject({
      status: 503,
      body: { status: 'unavailable', checks: { database: 'failed', auth: 'failed', uploads: 'ok' } },
    });
    expect(await answerOf(`${workerUrl}/health/ready`)).toMatchObject({
      status: 503,
      body: { status: 'not ready' },
    });
    // To Prometheus it is down: what it would tell of the queue is not known.
    expect((await answerOf(`${workerUrl}/metrics`)).status).toBe(503);
    for (const url of [lab.url, workerUrl])
      expect(await answerOf(`${url}/health/live`)).toEqual({ status: 200, body: { status: 'ok' } });
  });
  await Promise.all([lab.url, workerUrl].map(untilReady));
});

it('the API is not ready where it cannot keep uploads', async () => {
  const folder = path.join(lab.folder, 'uploads');
  await rename(folder, `${folder}-away`);
  expect(await answerOf(`${lab.url}/health/ready`)).toMatchObject({
    status: 503,
    body: { checks: { database: 'ok', uploads: 'failed' } },
  });
  await rename(`${folder}-away`, folder);
  await untilReady(lab.url);
});
