import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Deletes files of runs that were kept long enough. Scheduled, never added by hand. */
export const expireArtifactFiles = {
  queue: 'retention',
  name: 'expire-artifacts',
  payload,
  jobId: () => 'expire-artifacts',
} satisfies JobDefinition<typeof payload>;
