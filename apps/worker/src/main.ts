import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { ConfigError, loadWorkerConfig } from '@holdout/config';
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

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { organization: { type: 'string' }, stage: { type: 'string' } },
  });
  const [command = 'serve', target, ...further] = positionals;
  const isFleet = command === 'fleet' && isFleetOrder(positionals.slice(1));
  if (
    command !== 'serve' &&
    command !== 'retention' &&
    command !== 'images' &&
    !isFleet &&
    (!['publish', 'calibrate'].includes(command) || !target || !values.organization)
  ) {
    console.error(USAGE);
    process.exitCode = 64;
    return;
  }
  const config = loadWorkerConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), { bufferLogs: true });
  if (command === 'serve') {
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
  try {
    if (isFleet) {
      console.log(await fleet(app, positionals.slice(1)));
      return;
    }
    if (command === 'images') {
      console.log(await images(app, config));
      return;
    }
    if (command === 'retention') {
      const { expired, removed } = await app.get(RetentionService).round();
      console.log(`${expired} files of runs were kept long enough; ${removed} are deleted.`);
      return;
    }
    if (!target || !values.organization) return;
    if (command === 'calibrate') {
      console.log(await calibrate(app, target, values.organization));
      return;
    }
    for (const folder of [target, ...further])
      console.log(await publish(app.get(PublishingService), folder, values.organization, values.stage));
  } finally {
    await app.get(JobQueues).close();
    await app.get(Sandbox).close();
    await app.get(Database).close();
  }
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
