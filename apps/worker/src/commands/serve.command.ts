import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { JobQueues } from '@holdout/jobs';
import { Sandbox } from '@holdout/sandbox';
import { AuthoringConsumer } from '../authoring/authoring.consumer.js';
import { CalibrationConsumer } from '../calibration/calibration.consumer.js';
import { DemandMetrics } from '../fleet/demand-metrics.js';
import { CredentialsConsumer } from '../credentials/credentials.consumer.js';
import { GradingConsumer } from '../grading/grading.consumer.js';
import { RunsInHand } from '../grading/runs-in-hand.js';
import { MailConsumer } from '../mail/mail.consumer.js';
import { MailMetrics } from '../mail/mail-metrics.js';
import { RescoringConsumer } from '../rescoring/rescoring.consumer.js';
import { RetentionService } from '../retention/retention.service.js';
import { WorkerLock } from '../platform/worker-lock.js';
import { WorkerIdentity } from '../platform/tokens.js';
import { Heartbeat } from '../sweeping/heartbeat.service.js';
import { Sweeper } from '../sweeping/sweeper.service.js';

/** Grades until the process is asked to stop. Resolves when it has wound up in order. */
export async function serve(app: INestApplicationContext, config: WorkerConfig): Promise<void> {
  const logger = await app.resolve(PinoLogger);
  const lock = await WorkerLock.acquire(config.HOLDOUT_DATA, app.get(WorkerIdentity).id);
  await app.get(Heartbeat).start();
  await app.get(RunsInHand).listen(() => app.get(Sweeper).followSoon());
  await app.get(Sweeper).start();
  app.get(GradingConsumer).start();
  app.get(CalibrationConsumer).start();
  app.get(RescoringConsumer).start();
  await app.get(CredentialsConsumer).start();
  app.get(AuthoringConsumer).start();
  await app.get(RetentionService).start();
  await app.get(MailConsumer).start();
  const health = config.WORKER_PORT ? await serveHealth(app, config.WORKER_PORT) : null;
  logger.info({ concurrency: config.WORKER_CONCURRENCY }, 'worker is ready');
  const reason = await Promise.race([
    ...(['SIGTERM', 'SIGINT'] as const).map(async (name) => (await once(process, name), name)),
    drained(app),
  ]);
  logger.info({ reason }, 'worker is stopping');
  health?.close();
  app.get(Sweeper).stop();
  app.get(CalibrationConsumer).stop();
  app.get(CredentialsConsumer).stop();
  app.get(AuthoringConsumer).stop();
  app.get(RescoringConsumer).stop();
  app.get(MailConsumer).stop();
  await app.get(GradingConsumer).stop();
  await app.get(Heartbeat).stop();
  await app.get(JobQueues).close();
  app.get(MailConsumer).close();
  await app.get(RunsInHand).close();
  await app.get(Sandbox).close();
  await app.get(Database).close();
  await lock.release();
}

/** Resolves when an operator asked this worker to end and its runs have ended. */
async function drained(app: INestApplicationContext): Promise<'drained'> {
  await once(app.get(Heartbeat), 'drain');
  await app.get(GradingConsumer).drain();
  return 'drained';
}

/** Health, and what a scaler of machines and whoever watches the mail want to know, on this machine only. */
async function serveHealth(app: INestApplicationContext, port: number): Promise<Server> {
  const demand = new DemandMetrics(app.get(Database));
  const mail = new MailMetrics(app.get(Database));
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/metrics') {
      Promise.all([demand.read(), mail.read()]).then(
        ([{ contentType, text }, ofMail]) =>
          response.writeHead(200, { 'content-type': contentType }).end(`${text}\n${ofMail}`),
        () => answer(503, { status: 'the database does not answer' }),
      );
      return;
    }
    if (request.url === '/health/live') return answer(200, { status: 'ok' });
    if (request.url !== '/health/ready') return answer(404, { status: 'not found' });
    Promise.all([app.get(Database).ping(), app.get(Sandbox).listOurs()]).then(
      () => answer(200, { status: 'ok' }),
      (error: unknown) =>
        answer(503, { status: 'not ready', problem: error instanceof Error ? error.message : 'unknown' }),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
