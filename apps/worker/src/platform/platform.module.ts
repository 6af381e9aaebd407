import { createHash } from 'node:crypto';
import { cpus, hostname } from 'node:os';
import { Global, Module } from '@nestjs/common';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { contentPlaceOf, imagesOf, vaultPlaceOf, type WorkerConfig } from '@holdout/config';
import { createDatabase, Database } from '@holdout/db';
import type { GradingDeps } from '@holdout/grading';
import { JobQueues } from '@holdout/jobs';
import {
  chosenGpus,
  DeviceLocks,
  DockerSandbox,
  EngineGpus,
  EngineImages,
  GpuLeases,
  listGpus,
  Sandbox,
} from '@holdout/sandbox';
import { createRegistry, ERROR_SERIALIZERS } from '@holdout/telemetry';
import { Registry } from 'prom-client';
import {
  ArtifactStore,
  BlobRemover,
  BlobStore,
  storesIn,
  Vault,
  vaultIn,
  type Stores,
} from '@holdout/storage';
import { CALIBRATION_QUEUES, GRADING_DEPS, WORKER_CONFIG, WorkerIdentity } from './tokens.js';
import { UsableGpus } from './usable-gpus.js';

const STORES = Symbol('stores');

/** The adapters that every feature uses, built from the configuration. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: WorkerConfig) {
    const queues = (logger: PinoLogger): JobQueues =>
      new JobQueues({
        databaseUrl: config.QUEUE_DATABASE_URL,
        redisUrl: config.REDIS_URL,
        onError: (error) => logger.warn({ err: error }, 'The queue has a problem; it reconnects by itself.'),
      });
    const providers = [
      { provide: WORKER_CONFIG, useValue: config },
      {
        provide: WorkerIdentity,
        useFactory: async ({ system }: Database) => identityOf(config, await system.databaseIdentity()),
        inject: [Database],
      },
      { provide: Registry, useFactory: createRegistry },
      {
        provide: Database,
        useFactory: () =>
          createDatabase({
            url: config.WORKER_DATABASE_URL,
            max: 4 + 2 * config.WORKER_CONCURRENCY,
            applicationName: 'holdout-worker',
          }),
      },
      { provide: JobQueues, useFactory: queues, inject: [PinoLogger] },
      // A connection of its own: on shutdown, calibration is simply abandoned for the next worker, but grading is wound up
      // in order.
      { provide: CALIBRATION_QUEUES, useFactory: queues, inject: [PinoLogger] },
      { provide: STORES, useFactory: () => storesIn(contentPlaceOf(config)) },
      { provide: BlobStore, useFactory: ({ blobs }: Stores) => blobs, inject: [STORES] },
      { provide: ArtifactStore, useFactory: ({ artifacts }: Stores) => artifacts, inject: [STORES] },
      { provide: BlobRemover, useFactory: ({ remover }: Stores) => remover, inject: [STORES] },
      {
        provide: Vault,
        useFactory: () => vaultIn(vaultPlaceOf(config), Buffer.from(config.HOLDOUT_DEPLOYMENT_SECRET, 'hex')),
      },
      {
        provide: Sandbox,
        useFactory: (identity: WorkerIdentity, logger: PinoLogger) => sandboxOf(config, identity, logger),
        inject: [WorkerIdentity, PinoLogger],
      },
      { provide: EngineImages, useFactory: () => new EngineImages(config.DOCKER_HOST) },
      {
        provide: UsableGpus,
        useFactory: (identity: WorkerIdentity) => gpusOf(config, identity),
        inject: [WorkerIdentity],
      },
      {
        provide: GRADING_DEPS,
        useFactory: (sandbox: Sandbox, gpus: UsableGpus): GradingDeps => ({
          sandbox,
          images: imagesOf(config),
          gpus,
          parallel: Math.max(1, Math.floor(cpus().length / config.WORKER_CONCURRENCY)),
        }),
        inject: [Sandbox, UsableGpus],
      },
    ];
    const logging = LoggerModule.forRoot({
      pinoHttp: {
        level: config.LOG_LEVEL,
        base: { worker: workerIdOf(config) },
        serializers: ERROR_SERIALIZERS,
      },
    });
    return { module: PlatformModule, imports: [logging], providers, exports: providers };
  }
}

/** @throws SandboxMisconfiguredError if the driver does not answer, or does not know a named device */
async function gpusOf(config: WorkerConfig, { id, deploymentId }: WorkerIdentity): Promise<UsableGpus> {
  const { GPU_DEVICES, GPU_DRIVER, GPU_LOCK_DIR, DOCKER_HOST, IMAGE_LIGHT } = config;
  const known = GPU_DEVICES === 'none' ? [] : await listGpus();
  const leases = new GpuLeases(chosenGpus(known, GPU_DEVICES), new DeviceLocks(GPU_LOCK_DIR));
  const engine = new EngineGpus(GPU_DRIVER, DOCKER_HOST);
  const labels = { 'dev.holdout.deployment': deploymentId, 'dev.holdout.worker': id };
  const gpus = new UsableGpus(leases, (ids) => engine.tryOut(ids, IMAGE_LIGHT, labels));
  await gpus.look();
  return gpus;
}

function sandboxOf(config: WorkerConfig, { id, deploymentId }: WorkerIdentity, logger: PinoLogger): Sandbox {
  return new DockerSandbox({
    ...(config.DOCKER_HOST ? { dockerHost: config.DOCKER_HOST } : {}),
    gpuDriver: config.GPU_DRIVER,
    ...(config.SANDBOX_RUNTIME ? { runtime: config.SANDBOX_RUNTIME } : {}),
    deploymentId,
    workerId: id,
    pool: { memoryBytes: config.SANDBOX_POOL_BYTES, runs: config.WORKER_CONCURRENCY },
    warn: (message, error) => logger.warn({ err: error }, message),
  });
}

/**
 * A deployment is identified by its secret and its database. A copy restored beside the original has the same secret, but
 * knows nothing of the original's workers, and must not mistake their containers for orphans.
 */
function identityOf(config: WorkerConfig, database: string): WorkerIdentity {
  const deployment = `deployment ${config.HOLDOUT_DEPLOYMENT_SECRET} ${database}`;
  return new WorkerIdentity(workerIdOf(config), digestOf(deployment), new Date());
}

/**
 * A worker keeps its id across restarts, so that it can clean up after having been killed. A second worker on the same host
 * and data needs a WORKER_ID of its own.
 */
function workerIdOf({ WORKER_ID, HOLDOUT_DATA }: WorkerConfig): string {
  const host = hostname()
    .replace(/[^A-Za-z0-9.-]/g, '-')
    .slice(0, 40);
  return WORKER_ID ?? `${host}-${digestOf(HOLDOUT_DATA)}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
