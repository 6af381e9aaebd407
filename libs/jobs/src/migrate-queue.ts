import { runMigrations } from 'bullmq';
import type pg from 'pg';
import { QUEUE_SCHEMA } from './lasting-backend.js';

/** Creates or upgrades the queue's tables on PostgreSQL. Run once before anything connects; takes a lock of its own. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client, QUEUE_SCHEMA);
}
