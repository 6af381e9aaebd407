import { randomUUID } from 'node:crypto';
import { JobQueues, QueueUnavailableError, gradeRun, sweep } from '@holdout/jobs';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { LastWordsWire } from '../support/last-words-wire.js';
import { untilTrue } from '../support/until-true.js';
import { OwnRedis } from '../support/own-redis.js';

let database: TestDatabase;
let redis: OwnRedis;

beforeAll(async () => {
  database = await freshDatabase();
  redis = await OwnRedis.start();
});

afterAll(async () => {
  await redis.stop();
  await database.drop();
});

describe.each(['PostgreSQL', 'Redis'])('the queue on %s', (backend) => {
  let queues: JobQueues;
  const errors: Error[] = [];

  beforeAll(() => {
    queues = new JobQueues({
      databaseUrl: database.queueUrl,
      redisUrl: backend === 'Redis' ? redis.url : undefined,
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

describe('a queue whose Redis is away', () => {
  const PATIENCE_MS = 400;
  const errors: Error[] = [];
  const open = (store: OwnRedis): JobQueues =>
    new JobQueues({
      databaseUrl: database.queueUrl,
      redisUrl: store.url,
      onError: (error) => errors.push(error),
      checkSchedulesMs: 300,
      patienceMs: PATIENCE_MS,
    });

  it('keeps nobody who adds, schedules or leaves waiting', async () => {
    const store = await OwnRedis.start();
    const queues = open(store);
    const consumers = [gradeRun, sweep].map((job) =>
      queues.consume(job, () => Promise.resolve(), { concurrency: 1 }),
    );
    await gradeRun.add(queues, { runId: randomUUID(), attempt: 1 });
    await store.kill9();
    const began = performance.now();
    await expect(gradeRun.add(queues, { runId: randomUUID(), attempt: 1 })).rejects.toThrow(
      QueueUnavailableError,
    );
    await queues.schedule(sweep, 200);
    expect(performance.now() - began).toBeLessThan(8 * PATIENCE_MS);
    // It is waited for once, though a consumer was closed before and the queues are closed after the others.
    const leaving = performance.now();
    await consumers[0]?.close();
    await queues.close();
    expect(performance.now() - leaving).toBeLessThan(2 * PATIENCE_MS);
    await store.restart(); // what still waits for it can end
    await store.stop();
  });

  it('is scheduled again when it comes back and has lost what it held', async () => {
    const store = await OwnRedis.start();
    const queues = open(store);
    let count = 0;
    queues.consume(sweep, async () => void count++, { concurrency: 1 });
    await queues.schedule(sweep, 200);
    await untilTrue(
      () => count > 1,
      10_000,
      () => `${count} sweeps`,
    );
    await store.kill9();
    await store.restart();
    const before = count;
    await untilTrue(
      () => count > before + 2,
      20_000,
      () => errors.join('\n'),
    );
    await queues.close();
    await store.stop();
  });
});

describe('a consumer whose connection to PostgreSQL breaks', () => {
  it.each([
    ['is made', { at: 'search_path', times: 3 }],
    ['listens', { at: 'LISTEN', times: 20 }],
  ])(
    'in the very moment in which it %s, again and again, hears of tickets afterwards',
    async (_when, breaks) => {
      const wire = await LastWordsWire.to(database.queueUrl, database.adminUrl, breaks);
      const errors: Error[] = [];
      const behind = new JobQueues({ databaseUrl: wire.url, onError: (error) => errors.push(error) });
      const queues = new JobQueues({
        databaseUrl: database.queueUrl,
        onError: (error) => errors.push(error),
      });
      const seen = new Set<string>();
      behind.consume(gradeRun, async ({ runId }) => void seen.add(runId), { concurrency: 1 });
      await untilTrue(
        () => wire.left === 0,
        10_000,
        () => `${wire.left} breaks are to come, after ${errors.length} errors`,
      );
      for (let n = 0; n < 3; n += 1) {
        const ticket = { runId: randomUUID(), attempt: 1 };
        await gradeRun.add(queues, ticket);
        // Sooner than a consumer looks by itself, which it does every five seconds.
        await untilTrue(
          () => seen.has(ticket.runId),
          3_000,
          () => `Ticket ${n} was not heard of, after ${errors.length} errors`,
        );
      }
      await Promise.all([queues.close(), behind.close()]);
      await wire.close();
    },
  );
});
