import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Registry } from 'prom-client';
import type { WorkerConfig } from '@holdout/config';
import { Database, SchemaBehindError } from '@holdout/db';
import { JobQueues } from '@holdout/jobs';
import { Sandbox } from '@holdout/sandbox';
import { handOnPrinted, serveOperations, watchPools } from '@holdout/telemetry';
import { AuthoringConsumer } from '../authoring/authoring.consumer.js';
import { CalibrationConsumer } from '../calibration/calibration.consumer.js';
import { DemandMetrics } from '../fleet/demand-metrics.js';
import { CredentialsConsumer } from '../credentials/credentials.consumer.js';
import { GradingConsumer } from '../grading/grading.consumer.js';
import { RunsInHand } from '../grading/runs-in-hand.js';
import { PassbackConsumer } from '../lti/passback.consumer.js';
import { MailConsumer } from '../mail/mail.consumer.js';
import { MailMetrics } from '../mail/mail-metrics.js';
import { RescoringConsumer } from '../rescoring/rescoring.consumer.js';
import { RetentionService } from '../retention/retention.service.js';
import { SimilarityConsumer } from '../similarity/similarity.consumer.js';
import { WorkerLock } from '../platform/worker-lock.js';
import { WorkerIdentity } from '../platform/tokens.js';
import { Heartbeat } from '../sweeping/heartbeat.service.js';
import { Sweeper } from '../sweeping/sweeper.service.js';

const LOOK_AGAIN_MS = 2_000;

/** Grades until the process is asked to stop. Resolves after an orderly shutdown. */
export async function serve(app: INestApplicationContext, config: WorkerConfig): Promise<void> {
  const logger = await app.resolve(PinoLogger);
  handOnPrinted((printed) => logger.warn({ printed }, 'a library printed this'));
  let hasStarted = false;
  const operations = await operationsOf(app, config, () => hasStarted);
  await untilSchemaIsCurrent(app.get(Database), (missing) =>
    logger.warn({ missing }, 'waiting: the database is of an older version'),
  );
  const asked = askedToStop();
  const lock = await WorkerLock.acquire(config.HOLDOUT_DATA, app.get(WorkerIdentity).id);
  await app.get(Heartbeat).start();
  await app.get(RunsInHand).listen(({ isWaiting }) => {
    app.get(Sweeper).followSoon();
    if (isWaiting) void app.get(GradingConsumer).takeAtOnce();
  });
  await app.get(Sweeper).start();
  app.get(GradingConsumer).start();
  app.get(CalibrationConsumer).start();
  app.get(RescoringConsumer).start();
  app.get(AuthoringConsumer).start();
  app.get(SimilarityConsumer).start();
  // Each of these waits a while if the queue is unavailable.
  await Promise.all([
    app.get(CredentialsConsumer).start(),
    app.get(RetentionService).start(),
    app.get(MailConsumer).start(),
    app.get(PassbackConsumer).start(),
  ]);
  hasStarted = true;
  logger.info({ concurrency: config.WORKER_CONCURRENCY }, 'worker is ready');
  const reason = await Promise.race([asked, drained(app)]);
  logger.info({ reason }, 'worker is stopping');
  operations?.close();
  app.get(Sweeper).stop();
  app.get(CalibrationConsumer).stop();
  app.get(CredentialsConsumer).stop();
  app.get(AuthoringConsumer).stop();
  app.get(RescoringConsumer).stop();
  app.get(SimilarityConsumer).stop();
  app.get(MailConsumer).stop();
  app.get(PassbackConsumer).stop();
  await app.get(GradingConsumer).stop();
  await app.get(Heartbeat).stop();
  await app.get(JobQueues).close();
  app.get(MailConsumer).close();
  await app.get(RunsInHand).close();
  await app.get(Sandbox).close();
  await app.get(Database).close();
  await lock.release();
}

/** A worker of a newer version may start before that version's migrations have finished. */
async function untilSchemaIsCurrent(
  database: Database,
  tell: (missing: readonly string[]) => void,
): Promise<void> {
  for (let isTold = false; ; await delay(LOOK_AGAIN_MS)) {
    try {
      return await database.assertCurrent();
    } catch (error) {
      if (!(error instanceof SchemaBehindError)) throw error;
      if (!isTold) tell(error.missing);
      isTold = true;
    }
  }
}

/** Resolves with the signal, even if it arrives during start-up, so that whatever was started is shut down in order. */
function askedToStop(): Promise<string> {
  const signals = (['SIGTERM', 'SIGINT'] as const).map(async (name) => (await once(process, name), name));
  return Promise.race(signals);
}

/** Resolves once an operator has asked this worker to end and its runs are over. */
async function drained(app: INestApplicationContext): Promise<'drained'> {
  await once(app.get(Heartbeat), 'drain');
  await app.get(GradingConsumer).drain();
  return 'drained';
}

/** Serves health checks and metrics for monitoring and autoscaling; null if no port is set. */
async function operationsOf(
  app: INestApplicationContext,
  { WORKER_HOST, WORKER_PORT: port }: WorkerConfig,
  hasStarted: () => boolean,
): Promise<Server | null> {
  if (!port) return null;
  const registry = app.get<Registry>(Registry);
  const database = app.get(Database);
  watchPools(registry, { worker: () => database.connections() });
  return serveOperations({
    port,
    host: WORKER_HOST,
    registry,
    refresh: () => Promise.all([app.get(DemandMetrics).refresh(), app.get(MailMetrics).refresh()]),
    ready: async () => {
      if (!hasStarted()) throw new Error('The worker is starting.');
      await Promise.all([database.ping(), app.get(Sandbox).listOurs()]);
    },
  });
}
