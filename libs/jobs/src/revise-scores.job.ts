import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), assignmentVersionId: z.uuid(), request: z.uuid() });

const definition = {
  // A queue for itself: whoever consumes one takes every job in it.
  queue: 'revising',
  name: 'revise-scores',
  payload,
  jobId: ({ request }) => request,
} satisfies JobDefinition<typeof payload>;

/** Makes new scores of all counted runs of a version, after its rubric was changed. */
export const reviseScores = {
  ...definition,
  add: (queues: JobAdder, request: PayloadOf<typeof definition>) => queues.add(definition, request),
};
