import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), id: z.uuid() });

const definition = {
  queue: 'authoring-import',
  name: 'import-assignment',
  payload,
  jobId: ({ id }) => id,
} satisfies JobDefinition<typeof payload>;

/** Opens, checks, splits and measures a folder that an instructor brought; publishes it where they asked for it. */
export const importAssignment = {
  ...definition,
  add: (queues: JobAdder, ticket: PayloadOf<typeof definition>) => queues.add(definition, ticket),
};
