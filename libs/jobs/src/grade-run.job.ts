import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ runId: z.uuid(), attempt: z.int().min(1) });

const definition = {
  queue: 'grading',
  name: 'grade-run',
  payload,
  /** A finished id is never added again, hence the attempt. */
  jobId: ({ runId, attempt }) => `${runId}-${attempt}`,
} satisfies JobDefinition<typeof payload>;

/** A ticket: it wakes a worker, and the claim decides which run that worker grades. */
export const gradeRun = {
  ...definition,
  add: (queues: JobAdder, ticket: PayloadOf<typeof definition>) => queues.add(definition, ticket),
};
