import type { z } from 'zod';

/** What every job states in one place: where it queues, what it carries and how a repeated add is recognized. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly queue: string;
  readonly name: string;
  /** Ids only: the worker reads current rows. */
  readonly payload: Payload;
  /** Adding the same id twice is silently ignored by the queue, also after the first one finished and was kept. */
  jobId(payload: z.output<Payload>): string;
}

export type PayloadOf<Job extends JobDefinition> = z.output<Job['payload']>;

/** Where jobs are added. Implemented by `JobQueues`; a port, so that a service does not know the queue's store. */
export interface JobAdder {
  add<Job extends JobDefinition>(job: Job, payload: PayloadOf<Job>): Promise<void>;
}
