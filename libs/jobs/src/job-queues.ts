import { Queue, Worker, createPostgresBackend, withBackend, type WorkerOptions } from 'bullmq';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

export interface QueueSettings {
  /** A role that owns the queue's schema `bullmq`. Used unless `redisUrl` is given. */
  databaseUrl: string;
  /** Puts the queue on Redis instead. */
  redisUrl?: string | undefined;
  /** Told of connection losses; the queue reconnects by itself. */
  onError: (error: Error) => void;
}

export interface ConsumerOptions {
  /** Jobs handled at once by this process. At least 1. */
  concurrency: number;
}

export interface Consumer {
  /** Takes no further job and resolves when those in hand are done. */
  close(): Promise<void>;
}

/** Connections each queue or consumer may hold: one for commands, beside the one that listens. */
const CONNECTIONS = 2;

/** A killed worker's job is handed on after at most `lockDuration` + `stalledInterval` ms. */
const TAKEOVER = {
  lockDuration: 10_000,
  stalledInterval: 2_000,
  maxStalledCount: 20,
} satisfies Partial<WorkerOptions>;

const ADD_OPTIONS = { removeOnComplete: true, removeOnFail: { count: 1_000 } };

const onPostgres = withBackend(createPostgresBackend);

type AnyQueue = Pick<Queue, 'add' | 'close' | 'upsertJobScheduler'>;

/** The queues of one process. The same jobs run on PostgreSQL (default) and on Redis (by setting). */
export class JobQueues implements JobAdder {
  private readonly queues = new Map<string, AnyQueue>();
  private readonly consumers: Consumer[] = [];

  constructor(private readonly settings: QueueSettings) {}

  /** @throws z.ZodError when the payload is not the job's. */
  async add<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    const checked = job.payload.parse(payload) as PayloadOf<Job>;
    await this.queue(job.queue).add(job.name, checked, { ...ADD_OPTIONS, jobId: job.jobId(checked) });
  }

  /** Runs a job every `everyMs` ms, in one process at a time, however many schedule it. */
  async schedule(job: JobDefinition, everyMs: number): Promise<void> {
    const template = { name: job.name, data: {}, opts: ADD_OPTIONS };
    await this.queue(job.queue).upsertJobScheduler(job.name, { every: everyMs }, template);
  }

  /** Handles a job's payloads until closed. A handler that throws fails the job; it is not repeated by the queue. */
  consume<Job extends JobDefinition>(
    job: Job,
    handler: (payload: PayloadOf<Job>) => Promise<void>,
    { concurrency }: ConsumerOptions,
  ): Consumer {
    const process = (entry: { data: unknown }) => handler(job.payload.parse(entry.data) as PayloadOf<Job>);
    const options = { concurrency, ...TAKEOVER };
    const { redisUrl, onError } = this.settings;
    const worker = redisUrl
      ? new Worker(job.queue, process, { ...options, connection: redis(redisUrl) })
      : new onPostgres.Worker(job.queue, process, { ...options, connection: this.postgres() });
    worker.on('error', onError);
    worker.on('failed', (_job: unknown, error: Error) => onError(error));
    this.consumers.push(worker);
    return worker;
  }

  /** Closes every queue and consumer made here; consumers finish what they hold first. */
  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
  }

  private queue(name: string): AnyQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const { redisUrl, onError } = this.settings;
    const queue = redisUrl
      ? new Queue(name, { connection: redis(redisUrl) })
      : new onPostgres.Queue(name, { connection: this.postgres() });
    queue.on('error', onError);
    this.queues.set(name, queue);
    return queue;
  }

  private postgres() {
    return { connectionString: this.settings.databaseUrl, schema: QUEUE_SCHEMA, max: CONNECTIONS };
  }
}

/** The schema that the queue's tables live in, owned by the role that connects here. */
export const QUEUE_SCHEMA = 'bullmq';

function redis(url: string) {
  // A blocking read waits for as long as it takes: null lifts the client's retry limit, as BullMQ requires of workers.
  return { url, maxRetriesPerRequest: null };
}
