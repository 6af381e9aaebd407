import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), assignmentId: z.uuid(), request: z.uuid() });

const definition = {
  queue: 'settling',
  name: 'settle-late-work',
  payload,
  jobId: ({ request }) => request,
} satisfies JobDefinition<typeof payload>;

/** Works out anew what lateness costs everyone's counted work of an assignment, after dates or an extension changed. */
export const settleLateWork = {
  ...definition,
  add: (queues: JobAdder, request: PayloadOf<typeof definition>) => queues.add(definition, request),
};
