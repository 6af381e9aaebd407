import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Does the signing and issuing that is due. Scheduled, never added by hand: what is due stands in the database. */
export const tendCredentials = {
  queue: 'credentials',
  name: 'tend-credentials',
  payload,
  jobId: () => 'tend-credentials',
} satisfies JobDefinition<typeof payload>;
