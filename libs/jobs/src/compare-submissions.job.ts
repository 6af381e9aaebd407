import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), id: z.uuid() });

const definition = {
  queue: 'similarity',
  name: 'compare-submissions',
  payload,
  jobId: ({ id }) => id,
} satisfies JobDefinition<typeof payload>;

/** Compares the code of different students for the report that an instructor asked for. */
export const compareSubmissions = {
  ...definition,
  add: (queues: JobAdder, ticket: PayloadOf<typeof definition>) => queues.add(definition, ticket),
};
