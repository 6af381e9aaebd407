import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Adds missing tickets and reclaims runs whose worker is gone. Scheduled, never added by hand. */
export const sweep = {
  queue: 'sweeper',
  name: 'sweep',
  payload,
  jobId: () => 'sweep',
} satisfies JobDefinition<typeof payload>;
