import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), assignmentId: z.uuid(), request: z.uuid() });

const definition = {
  queue: 'rescoring',
  name: 'rescore-runs',
  payload,
  jobId: ({ request }) => request,
} satisfies JobDefinition<typeof payload>;

/** Makes new scores of all reviewed runs of an assignment, after its reviews were released or held. */
export const rescoreRuns = {
  ...definition,
  add: (queues: JobAdder, request: PayloadOf<typeof definition>) => queues.add(definition, request),
};
