import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Sends grades that are due to learning platforms. Scheduled, never added by hand: the database knows what is due. */
export const sendGrades = {
  queue: 'lti',
  name: 'send-grades',
  payload,
  jobId: () => 'send-grades',
} satisfies JobDefinition<typeof payload>;
