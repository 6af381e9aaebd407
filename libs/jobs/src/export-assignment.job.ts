import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), id: z.uuid() });

const definition = {
  queue: 'authoring-export',
  name: 'export-assignment',
  payload,
  jobId: ({ id }) => id,
} satisfies JobDefinition<typeof payload>;

/** Seals a published version's folder for the instructor who asked for it. */
export const exportAssignment = {
  ...definition,
  add: (queues: JobAdder, ticket: PayloadOf<typeof definition>) => queues.add(definition, ticket),
};
