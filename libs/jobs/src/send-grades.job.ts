import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Sends the grades that are due at learning platforms. Scheduled, never added by hand: what is due stands in the database. */
export const sendGrades = {
  queue: 'lti',
  name: 'send-grades',
  payload,
  jobId: () => 'send-grades',
} satisfies JobDefinition<typeof payload>;
