import type { z } from 'zod';

/** Everything about a job in one place: its queue, its payload, and how adding it twice is recognized. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly queue: string;
  readonly name: string;
  /** Ids only: the worker reads current rows. */
  readonly payload: Payload;
  /** The queue silently ignores an id that was added before, even after that job finished, if it was kept. */
  jobId(payload: z.output<Payload>): string;
}

export type PayloadOf<Job extends JobDefinition> = z.output<Job['payload']>;

/** Where jobs are added. Implemented by `JobQueues`; a port, so that a service does not know the queue's store. */
export interface JobAdder {
  add<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void>;
}
