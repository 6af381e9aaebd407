import { mkdir, readdir } from 'node:fs/promises';
import pg from 'pg';
import type { AdminConfig } from '@holdout/config';
import { AdminError } from '../errors.js';
import { copyFilesOut } from './files.js';
import { fingerprint, writeManifest, type FileCopy, type Manifest } from './manifest.js';
import { copyTablesOut } from './tables.js';

export interface BackupSummary {
  tables: number;
  rows: number;
  files: number;
  bytes: number;
  /** False where secrets come from the environment: they have to be kept elsewhere. */
  hasSecrets: boolean;
}

/**
 * Copies a deployment into a new folder while it goes on working: every row as of one moment, stored content, hidden data,
 * and the secrets that open them.
 * @throws AdminError when the folder is not empty or the role may not see every row
 */
export async function backUp(config: AdminConfig, folder: string): Promise<BackupSummary> {
  await mkdir(`${folder}/tables`, { recursive: true, mode: 0o700 }).catch(explainFolder(folder));
  await requireNew(folder);
  const files = new Map<string, FileCopy>();
  // What the rows name was there before them. The first pass has it, but for what came during the pass; the second has that.
  await copyFilesOut(config, folder, files);
  const client = new pg.Client({
    connectionString: config.ADMIN_DATABASE_URL,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  const rows = await copyTablesOut(client, folder).finally(() => client.end());
  await copyFilesOut(config, folder, files);
  const manifest: Manifest = {
    format: 'holdout-backup/1',
    createdAt: new Date().toISOString(),
    ...rows,
    files: [...files.values()],
    secrets: {
      deployment: fingerprint('deployment', config.HOLDOUT_DEPLOYMENT_SECRET),
      issuerKey: fingerprint('issuer key', config.ISSUER_KEY_SECRET),
    },
  };
  await writeManifest(folder, manifest);
  return summaryOf(manifest);
}

export function summaryOf({ tables, files }: Manifest): BackupSummary {
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    hasSecrets: files.some((file) => file.path === 'settings/secrets.json'),
  };
}

async function requireNew(folder: string): Promise<void> {
  const entries = await readdir(folder);
  if (entries.some((name) => name !== 'tables') || (await readdir(`${folder}/tables`)).length > 0)
    throw new AdminError(`${folder} is not empty. Give a new folder for each backup.`);
}

function explainFolder(folder: string): (error: Error) => never {
  return (error) => {
    throw new AdminError(`${folder} cannot be made: ${error.message}.`);
  };
}
