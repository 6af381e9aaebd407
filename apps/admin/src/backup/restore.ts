import pg from 'pg';
import type { AdminConfig } from '@holdout/config';
import { setUpDatabase, type RolePasswords } from '@holdout/db';
import { AdminError } from '../errors.js';
import { summaryOf, type BackupSummary } from './backup.js';
import { checkBackup } from './check.js';
import { copyFilesIn } from './files.js';
import { fingerprint, type Manifest } from './manifest.js';
import { copyTablesIn, hasRowsOf, requireEmpty } from './tables.js';

export interface RestoreSummary extends BackupSummary {
  createdAt: string;
  /** Migrations that came after the backup. */
  applied: readonly string[];
}

/**
 * Makes an empty database and empty folders what they were when the backup was made, then brings them to this version.
 * Nothing is touched before all of the backup was checked.
 * @throws AdminError, MigrationError
 */
export async function restore(config: AdminConfig, folder: string): Promise<RestoreSummary> {
  const manifest = await checkBackup(folder);
  requireSecrets(config, manifest);
  const client = new pg.Client({
    connectionString: config.ADMIN_DATABASE_URL,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    // One that broke off is gone on with: files are written again, rows are there as a whole or not at all.
    if (!(await hasRowsOf(client, manifest))) {
      await requireEmpty(client);
      await setUpDatabase(config.ADMIN_DATABASE_URL, passwordsOf(config), manifest.migrations);
      await copyFilesIn(config, folder, manifest.files);
      await copyTablesIn(client, folder, manifest);
    }
    const applied = await setUpDatabase(config.ADMIN_DATABASE_URL, passwordsOf(config));
    // Rows came back without triggers: the queue has heard of none of the runs that wait.
    await client.query('SELECT fair_queue.rebuild()');
    await client.query('COMMENT ON SCHEMA public IS NULL');
    return { ...summaryOf(manifest), createdAt: manifest.createdAt, applied };
  } finally {
    await client.end();
  }
}

/** With other secrets the hidden data and the keys of organizations would stay closed for ever. */
function requireSecrets(config: AdminConfig, { secrets }: Manifest): void {
  const given = {
    HOLDOUT_DEPLOYMENT_SECRET:
      fingerprint('deployment', config.HOLDOUT_DEPLOYMENT_SECRET) === secrets.deployment,
    ISSUER_KEY_SECRET: fingerprint('issuer key', config.ISSUER_KEY_SECRET) === secrets.issuerKey,
  };
  const wrong = Object.entries(given).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  if (wrong.length > 0)
    throw new AdminError(
      `${wrong.join(' and ')} ${wrong.length === 1 ? 'is not the one' : 'are not those'} of the deployment that was backed up. ` +
        'Set them as they were; settings/secrets.json of the backup has them if npm start ran that deployment.',
    );
}

function passwordsOf(config: AdminConfig): RolePasswords {
  return {
    holdout_migrator: config.HOLDOUT_MIGRATOR_PASSWORD,
    holdout_api: config.HOLDOUT_API_PASSWORD,
    holdout_auth: config.HOLDOUT_AUTH_PASSWORD,
    holdout_worker: config.HOLDOUT_WORKER_PASSWORD,
    holdout_queue: config.HOLDOUT_QUEUE_PASSWORD,
  };
}
