import { createHash, randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import { DEMO_PASSWORD, type Account } from './accounts.ts';

/** The same cost as for the API's own hashes. Algorithm 2 is Argon2id. */
const COST = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Lets an account sign in with this password. A password that was changed is left alone. */
export async function ensureSignIn(
  client: pg.Client,
  { id, email, name }: Account,
  password = DEMO_PASSWORD,
): Promise<void> {
  await client.query(
    `INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true) ON CONFLICT (id) DO NOTHING`,
    [id, name, email],
  );
  const { rowCount } = await client.query(`SELECT 1 FROM auth."account" WHERE "userId" = $1`, [id]);
  if (rowCount) return;
  await client.query(
    `INSERT INTO auth."account" ("accountId", "providerId", "userId", password, "updatedAt")
     VALUES ($1, 'credential', $2, $3, now())`,
    [id, id, await hash(password, COST)],
  );
}

const KEY_NAME = 'Command line on this machine';
const KEY_PREFIX = 'ho_';

/** How the auth library stores a key: as a hash, never the key itself. */
const hashed = (key: string) => createHash('sha256').update(key).digest('base64url');

export async function isApiKeyKnown(client: pg.Client, key: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM auth.apikey WHERE key = $1 AND enabled', [
    hashed(key),
  ]);
  return rowCount === 1;
}

/** Creates a new API key for this machine's command line, replacing an earlier one. */
export async function replaceApiKey(client: pg.Client, userId: string): Promise<string> {
  const key = `${KEY_PREFIX}${randomBytes(48).toString('base64url')}`;
  await client.query('DELETE FROM auth.apikey WHERE "referenceId" = $1 AND name = $2', [userId, KEY_NAME]);
  await client.query(
    `INSERT INTO auth.apikey ("configId", name, start, "referenceId", prefix, key, enabled, "rateLimitEnabled",
       "requestCount", "createdAt", "updatedAt")
     VALUES ('default', $1, $2, $3, $4, $5, true, false, 0, now(), now())`,
    [KEY_NAME, key.slice(0, 6), userId, KEY_PREFIX, hashed(key)],
  );
  return key;
}
