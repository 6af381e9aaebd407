import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const DATA = process.env.E2E_DATA ?? '.holdout';

/** What the deployment under test was told, by name. */
export const deploymentSettings = (): Record<string, string> =>
  JSON.parse(readFileSync(path.join(DATA, 'admin.json'), 'utf8')) as Record<string, string>;

/** Writes to its database as its owner: what takes minutes to come about by itself. No trigger queues what is written. */
export async function onDatabase(write: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: deploymentSettings()['ADMIN_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await write(client);
  } finally {
    await client.end();
  }
}
