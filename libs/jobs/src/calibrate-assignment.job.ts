import { z } from 'zod';
import type { JobAdder, JobDefinition, PayloadOf } from './job.js';

const payload = z.object({ organizationId: z.uuid(), assignmentVersionId: z.uuid(), split: z.int().min(0) });

const definition = {
  queue: 'calibration',
  name: 'calibrate-assignment',
  payload,
  jobId: ({ assignmentVersionId, split }) => `${assignmentVersionId}-${split}`,
} satisfies JobDefinition<typeof payload>;

/** Measures the references of a published version on one more split of this deployment. */
export const calibrateAssignment = {
  ...definition,
  add: (queues: JobAdder, step: PayloadOf<typeof definition>) => queues.add(definition, step),
};
