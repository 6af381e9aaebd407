import { z } from 'zod';
import { common, port, publicUrl } from './common.js';
import { load } from './load.js';

export const webSettings = z.object({
  ...common,
  WEB_PORT: port('the web app').default(3002),
  API_INTERNAL_URL: z
    .url({ protocol: /^https?$/, error: 'must look like http://127.0.0.1:3001' })
    .describe("the API's address as the web server reaches it"),
  PUBLIC_URL: publicUrl.optional(),
  HOLDOUT_DEMO: z.enum(['0', '1']).default('0').describe('1 shows the demo accounts at sign-in'),
});
export type WebConfig = z.infer<typeof webSettings>;

/** @throws ConfigError naming every variable at fault */
export function loadWebConfig(env: NodeJS.ProcessEnv = process.env): WebConfig {
  return load('the web app', webSettings, env);
}
