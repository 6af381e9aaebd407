import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { JobQueues, gradeRun, sweep } from '@holdout/jobs';
import { freshDatabase, type TestDatabase } from '../support/database.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let database: TestDatabase;
let redis: ChildProcess;
let redisUrl: string;

beforeAll(async () => {
  database = await freshDatabase();
  const port = await freePort();
  redisUrl = `redis://127.0.0.1:${port}`;
  redis = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let greeting = '';
  for await (const chunk of redis.stdout ?? []) {
    greeting += String(chunk);
    if (greeting.includes('Ready to accept connections')) break;
  }
});

afterAll(async () => {
  redis.kill();
  await once(redis, 'exit');
  await database.drop();
});

describe.each(['PostgreSQL', 'Redis'])('the queue on %s', (backend) => {
  let queues: JobQueues;
  const errors: Error[] = [];

  beforeAll(() => {
    queues = new JobQueues({
      databaseUrl: database.queueUrl,
      redisUrl: backend === 'Redis' ? redisUrl : undefined,
      onError: (error) => errors.push(error),
    });
  });

  afterAll(() => queues.close());

  it('hands every ticket to a consumer once', async () => {
    const tickets = Array.from({ length: 20 }, () => ({ runId: randomUUID(), attempt: 1 }));
    const seen: string[] = [];
    const all = Promise.withResolvers<void>();
    const consumer = queues.consume(
      gradeRun,
      async ({ runId }) => {
        seen.push(runId);
        if (seen.length === tickets.length) all.resolve();
      },
      { concurrency: 4 },
    );
    await Promise.all(tickets.map((ticket) => gradeRun.add(queues, ticket)));
    await all.promise;
    await consumer.close();
    expect([...seen].sort()).toEqual(tickets.map(({ runId }) => runId).sort());
  });

  it('ignores a ticket that is already waiting', async () => {
    const ticket = { runId: randomUUID(), attempt: 1 };
    await gradeRun.add(queues, ticket);
    await gradeRun.add(queues, ticket);
    const second = { runId: randomUUID(), attempt: 2 };
    await gradeRun.add(queues, second);
    const seen: string[] = [];
    const last = Promise.withResolvers<void>();
    const consumer = queues.consume(
      gradeRun,
      async ({ runId }) => {
        seen.push(runId);
        if (runId === second.runId) last.resolve();
      },
      { concurrency: 1 },
    );
    await last.promise;
    await consumer.close();
    expect(seen).toEqual([ticket.runId, second.runId]);
  });

  it('refuses a payload that is not the job’s', async () => {
    await expect(gradeRun.add(queues, { runId: 'not a uuid', attempt: 0 })).rejects.toThrow(/runId/);
  });

  it('runs a scheduled job again and again', async () => {
    let count = 0;
    const thrice = Promise.withResolvers<void>();
    const consumer = queues.consume(
      sweep,
      async () => {
        count += 1;
        if (count === 3) thrice.resolve();
      },
      { concurrency: 1 },
    );
    await queues.schedule(sweep, 200);
    await thrice.promise;
    await consumer.close();
    expect(count).toBeGreaterThanOrEqual(3);
  });

  it('reports a handler that throws and goes on with the next job', async () => {
    const broken = { runId: randomUUID(), attempt: 1 };
    const fine = { runId: randomUUID(), attempt: 1 };
    const reached = Promise.withResolvers<void>();
    const consumer = queues.consume(
      gradeRun,
      async ({ runId }) => {
        if (runId === broken.runId) throw new Error('broken on purpose');
        if (runId === fine.runId) reached.resolve();
      },
      { concurrency: 1 },
    );
    await gradeRun.add(queues, broken);
    await gradeRun.add(queues, fine);
    await reached.promise;
    await consumer.close();
    expect(errors.map(({ message }) => message)).toContain('broken on purpose');
  });
});
