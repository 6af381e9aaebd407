import { z } from 'zod';
import type { JobDefinition } from './job.js';

const payload = z.object({});

/** Sends mail that is due. Scheduled, never added by hand: the database knows what is due. */
export const sendMail = {
  queue: 'mail',
  name: 'send-mail',
  payload,
  jobId: () => 'send-mail',
} satisfies JobDefinition<typeof payload>;
