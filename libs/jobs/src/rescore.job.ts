import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), id: z.uuid() });

const definition = {
  queue: 'rescoring',
  name: 'rescore',
  payload,
  jobId: ({ id }) => id,
} satisfies JobDefinition<typeof payload>;

/** Computes scores again without running anything, as a task in the database says. */
export const rescore = {
  ...definition,
  add: (queues: JobAdder, task: PayloadOf<typeof definition>) => queues.add(definition, task),
};
