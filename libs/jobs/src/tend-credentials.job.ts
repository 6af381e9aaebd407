import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Signs and issues what is due. Scheduled, never added by hand: the database knows what is due. */
export const tendCredentials = {
  queue: 'credentials',
  name: 'tend-credentials',
  payload,
  jobId: () => 'tend-credentials',
} satisfies JobDefinition<typeof payload>;
