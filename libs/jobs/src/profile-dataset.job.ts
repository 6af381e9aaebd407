import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), id: z.uuid() });

const definition = {
  queue: 'authoring-profile',
  name: 'profile-dataset',
  payload,
  jobId: ({ id }) => id,
} satisfies JobDefinition<typeof payload>;

/** Profiles the dataset of a draft, so that its author can say what the columns mean. */
export const profileDataset = {
  ...definition,
  add: (queues: JobAdder, ticket: PayloadOf<typeof definition>) => queues.add(definition, ticket),
};
