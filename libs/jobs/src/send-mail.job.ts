import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Sends the mail that is due. Scheduled, never added by hand: what is due stands in the database. */
export const sendMail = {
  queue: 'mail',
  name: 'send-mail',
  payload,
  jobId: () => 'send-mail',
} satisfies JobDefinition<typeof payload>;
