import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { ConfigError, loadWorkerConfig, type WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { AppError } from '@holdout/domain';
import { AssignmentInvalidError, GraderFaultError } from '@holdout/grading';
import { JobQueues } from '@holdout/jobs';
import { Sandbox, SandboxUnavailableError } from '@holdout/sandbox';
import { startTracing } from '@holdout/telemetry';
import { calibrate } from './commands/calibrate.command.js';
import { fleet, isFleetOrder } from './commands/fleet.command.js';
import { images } from './commands/images.command.js';
import { serve } from './commands/serve.command.js';
import { WorkerAlreadyRunningError } from './platform/worker-lock.js';
import { PublishingService } from './publishing/publishing.service.js';
import { RetentionService } from './retention/retention.service.js';
import { WorkerModule } from './worker.module.js';

const USAGE = `usage:
  main.js                                                              grade until stopped
  main.js publish <assignment folder>... --organization SLUG [--stage SLUG]  publish assignments' current content
  main.js calibrate <assignment> --organization SLUG                   measure its anchors now
  main.js retention                                                    delete files of runs that were kept long enough
  main.js images                                                       list the grading images here, and what needs them
  main.js fleet [pause|resume|drain WORKER]                            list the workers, or tell one what to do`;

/** Errors whose message alone tells their reader what to do. */
const TOLD = [
  ConfigError,
  AppError,
  AssignmentInvalidError,
  GraderFaultError,
  SandboxUnavailableError,
  WorkerAlreadyRunningError,
];

interface Options {
  organization?: string | undefined;
  stage?: string | undefined;
}

/** Does one thing and prints what came of it. */
type Command = (app: INestApplicationContext, config: WorkerConfig) => Promise<void>;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { organization: { type: 'string' }, stage: { type: 'string' } },
  });
  const [name = 'serve', ...words] = positionals;
  if (name === 'serve') return serveUntilStopped();
  const command = commandOf(name, words, values);
  if (!command) {
    console.error(USAGE);
    process.exitCode = 64;
    return;
  }
  const config = loadWorkerConfig();
  const app = await applicationOf(config);
  try {
    await command(app, config);
  } finally {
    await app.get(JobQueues).close();
    await app.get(Sandbox).close();
    await app.get(Database).close();
  }
}

async function serveUntilStopped(): Promise<never> {
  const config = loadWorkerConfig();
  const app = await applicationOf(config);
  app.useLogger(app.get(Logger));
  const tracing = await startTracing({
    service: 'holdout-worker',
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
  await serve(app, config);
  await tracing.stop();
  // A calibration in progress would keep the process alive; the next worker takes up its job again.
  process.exit(0);
}

const applicationOf = (config: WorkerConfig): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(WorkerModule.forRoot(config), { bufferLogs: true });

/** Null if there is no such command, or it lacks something. */
function commandOf(name: string, words: readonly string[], { organization, stage }: Options): Command | null {
  const [slug] = words;
  switch (name) {
    case 'images':
      return async (app, config) => console.log(await images(app, config));
    case 'retention':
      return deleteExpiredFiles;
    case 'fleet':
      return isFleetOrder(words) ? async (app) => console.log(await fleet(app, words)) : null;
    case 'calibrate':
      return slug && organization
        ? async (app) => console.log(await calibrate(app, slug, organization))
        : null;
    case 'publish':
      return slug && organization ? (app) => publishAll(app, words, organization, stage) : null;
    default:
      return null;
  }
}

async function deleteExpiredFiles(app: INestApplicationContext): Promise<void> {
  const { expired, removed, passed } = await app.get(RetentionService).round();
  console.log(`${expired} files of runs were kept long enough; ${removed} are deleted.`);
  if (passed > 0) console.log(`${passed} that authors sent to an earlier version are deleted, too.`);
}

async function publishAll(
  app: INestApplicationContext,
  folders: readonly string[],
  organization: string,
  stage: string | undefined,
): Promise<void> {
  for (const folder of folders)
    console.log(await publish(app.get(PublishingService), folder, organization, stage));
}

async function publish(
  service: PublishingService,
  folder: string,
  organization: string,
  stage?: string,
): Promise<string> {
  const { slug, version, isNew, openedCohorts } = await service.publish(folder, {
    organization,
    ...(stage ? { stage } : {}),
  });
  const opened =
    openedCohorts > 0 ? ` It is open to ${openedCohorts} more cohort${openedCohorts === 1 ? '' : 's'}.` : '';
  return `${slug} version ${version} ${isNew ? 'is published' : 'was published before'}.${opened}`;
}

main().catch((error: unknown) => {
  // The console writes to the log by now; stderr reaches whoever started this process.
  process.stderr.write(`${told(error)}\n`);
  process.exit(1);
});

/** An error's message, without what libraries attach to it. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return TOLD.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}
