import { z } from 'zod';
import { databaseUrl, host, ltiTestHost, port, publicUrl, stateful } from './common.js';
import { requireWholeBucket } from './content.js';
import { folder } from './folder.js';
import { load } from './load.js';

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$/;
const SERVER = /^(\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?|\[?[0-9a-f:]+\]?(:\d{1,5})?)$/i;

/** Parts of a text between commas; none unless it is given. */
const listOf = (part: RegExp, { error }: { error: string }) =>
  z
    .string()
    .optional()
    .transform((text = '') => text.split(',').flatMap((one) => one.trim() || []))
    .refine((parts) => parts.every((one) => part.test(one)), { error });

export const apiSettings = z
  .object({
    ...stateful,
    API_PORT: port('the API').default(3001),
    API_HOST: host('the API').default('127.0.0.1'),
    API_METRICS_PORT: port('metrics for Prometheus; without it there are none').optional(),
    API_METRICS_HOST: host("the API's metrics server").default('127.0.0.1'),
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXIES: z
      .string()
      .regex(/^[\w.:/]+( *, *[\w.:/]+)*$/, { error: 'must be addresses or networks, separated by commas' })
      .default('loopback')
      .transform((text) => text.split(',').map((address) => address.trim()))
      .describe(
        'the proxies whose forwarding headers are trusted, separated by commas: addresses, networks (10.0.0.0/8), or loopback for this machine',
      ),
    API_DATABASE_URL: databaseUrl('the database (role holdout_api)'),
    AUTH_DATABASE_URL: databaseUrl('the database (role holdout_auth)'),
    AUTH_SECRET: z
      .string()
      .min(32, { error: 'must have at least 32 characters' })
      .describe('a random text of at least 32 characters that signs sessions'),
    UPLOAD_DIR: folder('uploads under way'),
    GRAPHQL_REQUESTS_PER_MINUTE: z.coerce
      .number({ error: 'must be a whole number of at least 1' })
      .int()
      .min(1)
      .default(3000)
      .describe(
        'how many queries and mutations a session, key, or address without either may send to one API process in a minute; the same number of subscriptions, and of other requests',
      ),
    REQUEST_TIMEOUT_SECONDS: z.coerce
      .number({ error: 'must be a whole number of at least 1' })
      .int()
      .min(1)
      .default(300)
      .describe('how long a request may take to arrive completely before it is cut off'),
    GRAPHQL_FREE_DOCUMENTS: z
      .enum(['nobody', 'keys', 'anyone'], { error: 'must be nobody, keys or anyone' })
      .optional()
      .describe(
        'who may send operations other than those of the web app and the command line; by default those with an API key, and outside production anyone',
      ),
    LTI_TEST_HOST: ltiTestHost,
    SSO_INTERNAL_HOSTS: listOf(HOST, {
      error: 'must be hosts, with their port if it is not the usual one, separated by commas',
    }).describe(
      "hosts of identity providers on the operator's own network that admins may name, separated by commas; over http only on localhost",
    ),
    DNS_SERVERS: listOf(SERVER, { error: 'must be addresses of name servers, separated by commas' }).describe(
      "the name servers for looking up organizations' domains, separated by commas; by default the machine's own",
    ),
    GIT_TEST_HOST: z
      .string()
      .regex(/^localhost:\d+$/, { error: 'must look like localhost:8080' })
      .optional()
      .describe('a git server on this machine that tests may fetch from, over http'),
  })
  .superRefine(requireWholeBucket);
export type ApiConfig = z.infer<typeof apiSettings>;

/** @throws ConfigError naming every variable at fault */
export function loadApiConfig(env: NodeJS.ProcessEnv = process.env): ApiConfig {
  return load('the API', apiSettings, env);
}
