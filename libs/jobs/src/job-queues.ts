import { Queue, Worker, withBackend, type WorkerOptions } from 'bullmq';
import { currentTraceParent, inSpan, inTraceOf } from '@holdout/telemetry';
import { QUEUE_NAMES } from './all-jobs.js';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';
import { lastingBackend, queuePool } from './lasting-backend.js';

export interface QueueSettings {
  /** A role that owns the queue's schema `bullmq`. Used unless `redisUrl` is given. */
  databaseUrl: string;
  /** Puts the queue on Redis instead. */
  redisUrl?: string | undefined;
  /** Told of connection losses; the queue reconnects by itself. */
  onError: (error: Error) => void;
  /** How often it is seen to that what is scheduled still is. @default 10 s */
  checkSchedulesMs?: number;
  /** How long a store that does not answer is waited for. @default 5 s */
  patienceMs?: number;
}

export interface ConsumerOptions {
  /** Jobs handled at once by this process. At least 1. */
  concurrency: number;
}

export interface Consumer {
  /** Takes no further job and resolves when those in hand are done. */
  close(): Promise<void>;
}

/** Connections each queue or consumer may hold for commands. */
const CONNECTIONS = 2;

/** A killed worker's job is handed on after at most `lockDuration` + `stalledInterval` ms. */
const TAKEOVER = {
  lockDuration: 10_000,
  stalledInterval: 2_000,
  maxStalledCount: 20,
  runRetryDelay: 1_000, // after its connection broke
} satisfies Partial<WorkerOptions>;

const ADD_OPTIONS = { removeOnComplete: true, removeOnFail: { count: 1_000 } };

const onPostgres = withBackend(lastingBackend);

/** Left alone, a queue waits for its store for as long as that is away. */
const PATIENCE_MS = 5_000;
const CHECK_SCHEDULES_MS = 10_000;

/** The queue's store did not answer in time. What was asked for may still happen once it is back. */
export class QueueUnavailableError extends Error {
  override readonly name = 'QueueUnavailableError';
  constructor(milliseconds: number, doing: string) {
    super(`The queue did not answer within ${milliseconds / 1000} s (while ${doing}).`);
  }
}

/** The queues of one process. The same jobs run on PostgreSQL (default) and on Redis (by setting). */
export class JobQueues implements JobAdder {
  private readonly queues = new Map<string, Queue>();
  private readonly consumers: Consumer[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  /** Found out while closing. */
  private isAway = false;

  constructor(private readonly settings: QueueSettings) {}

  /** @throws z.ZodError when the payload is not the job's. @throws QueueUnavailableError */
  async add<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void> {
    const checked = job.payload.parse(payload) as PayloadOf<Job>;
    const options = { ...ADD_OPTIONS, jobId: job.jobId(checked) };
    await inSpan(`add ${job.name}`, { 'holdout.job': options.jobId }, () =>
      this.inTime(this.queue(job.queue).add(job.name, withTrace(checked), options), `adding to ${job.queue}`),
    );
  }

  /**
   * Runs a job every `everyMs` ms, in one process at a time, however many schedule it. A store that is away, or comes back
   * without what it held, has it again soon after.
   */
  async schedule(job: JobDefinition, everyMs: number): Promise<void> {
    const see = (): Promise<void> =>
      this.inTime(this.seeToSchedule(job, everyMs), `scheduling ${job.name}`).catch(this.settings.onError);
    await see();
    const timer = setInterval(() => void see(), this.settings.checkSchedulesMs ?? CHECK_SCHEDULES_MS);
    this.timers.push(timer.unref());
  }

  /** Handles a job's payloads until closed. A handler that throws fails the job; it is not repeated by the queue. */
  consume<Job extends JobDefinition>(
    job: Job,
    handler: (payload: PayloadOf<Job>) => Promise<void>,
    { concurrency }: ConsumerOptions,
  ): Consumer {
    const inHand = new Set<Promise<void>>();
    const process = async (entry: { data: unknown }): Promise<void> => {
      const payload = job.payload.parse(entry.data) as PayloadOf<Job>;
      const handling = inTrace(job.name, entry.data, () => handler(payload));
      const settled = handling.catch(() => undefined).finally(() => inHand.delete(settled));
      inHand.add(settled);
      await handling;
    };
    const options = { concurrency, ...TAKEOVER };
    const { databaseUrl, redisUrl, onError } = this.settings;
    const worker = redisUrl
      ? new Worker(job.queue, process, { ...options, connection: redis(redisUrl) })
      : new onPostgres.Worker(job.queue, process, {
          ...options,
          connection: queuePool(databaseUrl, CONNECTIONS + 1), // one listens
        });
    worker.on('error', onError);
    worker.on('failed', (_job: unknown, error: Error) => onError(error));
    const close = async (): Promise<void> => {
      const closing = worker.close();
      await Promise.all(inHand);
      await this.closeInTime(worker, closing);
    };
    let closed: Promise<void> | undefined;
    const consumer = { close: () => (closed ??= close()) };
    this.consumers.push(consumer);
    return consumer;
  }

  /** Every queue there is, for whoever looks at them. */
  every(): Queue[] {
    return QUEUE_NAMES.map((name) => this.queue(name));
  }

  /** Closes every queue and consumer made here; consumers finish what they hold first. */
  async close(): Promise<void> {
    this.timers.splice(0).forEach(clearInterval);
    await Promise.all(this.consumers.map((consumer) => consumer.close()));
    await Promise.all([...this.queues.values()].map((queue) => this.closeInTime(queue, queue.close())));
    this.queues.clear();
  }

  /** A store that is away cannot be taken leave of, and is waited for once, however many are to be closed. */
  private async closeInTime(closed: Pick<Queue, 'disconnect'>, closing: Promise<void>): Promise<void> {
    try {
      await this.inTime(closing, 'closing', this.isAway ? 0 : undefined);
    } catch (error) {
      if (!(error instanceof QueueUnavailableError)) throw error;
      this.isAway = true;
      void closed.disconnect().catch(this.settings.onError);
    }
  }

  private async seeToSchedule({ queue: name, name: id }: JobDefinition, everyMs: number): Promise<void> {
    const queue = this.queue(name);
    const known = await queue.getJobScheduler(id);
    // A clock that was wrong for a while has put the next time far ahead.
    const isLate = known?.next !== undefined && known.next > Date.now() + 2 * everyMs;
    if (known && !isLate && known.every === everyMs) return;
    if (isLate) await queue.removeJobScheduler(id);
    await queue.upsertJobScheduler(id, { every: everyMs }, { name: id, data: {}, opts: ADD_OPTIONS });
  }

  /** @throws QueueUnavailableError */
  private async inTime<T>(
    work: Promise<T>,
    doing: string,
    patienceMs = this.settings.patienceMs ?? PATIENCE_MS,
  ): Promise<T> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new QueueUnavailableError(patienceMs, doing)), patienceMs);
    work.catch(() => undefined); // nobody waits any more when it fails late
    return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
  }

  private queue(name: string): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const { databaseUrl, redisUrl, onError } = this.settings;
    // The types differ in how they connect, and in nothing that is asked of them afterwards.
    const queue = redisUrl
      ? new Queue(name, { connection: redis(redisUrl) })
      : (new onPostgres.Queue(name, { connection: queuePool(databaseUrl, CONNECTIONS) }) as unknown as Queue);
    queue.on('error', onError);
    this.queues.set(name, queue);
    return queue;
  }
}

/** A job goes on with the trace of whoever added it. One that was scheduled has none. */
function withTrace(payload: unknown): unknown {
  const traceParent = currentTraceParent();
  return traceParent && typeof payload === 'object' ? { ...payload, traceParent } : payload;
}

function inTrace(name: string, data: unknown, work: () => Promise<void>): Promise<void> {
  const traceParent = typeof data === 'object' && data !== null && 'traceParent' in data && data.traceParent;
  if (typeof traceParent !== 'string') return work();
  return inTraceOf(traceParent, () => inSpan(`handle ${name}`, {}, work));
}

function redis(url: string) {
  // A blocking read waits for as long as it takes: null lifts the client's retry limit, as BullMQ requires of workers.
  return { url, maxRetriesPerRequest: null };
}
