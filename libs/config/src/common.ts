import { z } from 'zod';
import { contentSettings } from './content.js';
import { folder } from './folder.js';

const DATABASE_PROTOCOLS = /^postgres(ql)?$/;

/** A PostgreSQL address. */
export const databaseUrl = (of: string) =>
  z
    .url({
      protocol: DATABASE_PROTOCOLS,
      error: 'must look like postgresql://user:password@host:5432/database',
    })
    .describe(`the PostgreSQL address of ${of}`);

export const port = (of: string) =>
  z.coerce
    .number({ error: 'must be a port number from 1 to 65535' })
    .int({ error: 'must be a port number from 1 to 65535' })
    .min(1, { error: 'must be a port number from 1 to 65535' })
    .max(65_535, { error: 'must be a port number from 1 to 65535' })
    .describe(`the port of ${of}`);

export const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must look like http://localhost:3000' })
  .describe('the address that browsers use');

/** An address to listen on. */
export const host = (of: string) =>
  z.string().min(1).describe(`the address that ${of} listens on; 127.0.0.1 for this machine only`);

export const ltiTestHost = z
  .string()
  .regex(/^localhost:\d+$/, { error: 'must look like localhost:8080' })
  .optional()
  .describe('a learning platform on this machine that tests may speak to, over http');

/** Settings every app reads. */
export const common = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('production hides the schema and suggestions from clients'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('the lowest level that is logged, as one JSON object per line'),
};

/** Settings of the apps that keep state. */
export const stateful = {
  ...common,
  HOLDOUT_DATA: folder("this deployment's data"),
  HOLDOUT_DEPLOYMENT_SECRET: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be 64 hexadecimal digits (32 random bytes)' })
    .describe('32 random bytes as 64 hexadecimal digits, the same for the life of the deployment'),
  QUEUE_DATABASE_URL: databaseUrl('the queue (role holdout_queue)'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must look like redis://host:6379' })
    .optional()
    .describe('the Redis that holds the queue instead of PostgreSQL'),
  ...contentSettings,
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must look like http://collector:4318' })
    .optional()
    .describe('where traces are sent as OTLP over HTTP; without it there are none'),
};
