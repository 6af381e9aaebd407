import type { AdminConfig } from '@holdout/config';
import { createDatabase, recordAudit } from '@holdout/db';
import pg from 'pg';
import { AdminError } from '../errors.js';

/**
 * Turns off the second factor of somebody who lost the app and the backup codes. It is put on record in each of their
 * organizations. Make sure of who asks: from here on the password alone signs them in.
 * @throws AdminError when there is no such account, or it has no second factor
 */
export async function turnOffSecondFactor(config: AdminConfig, email: string): Promise<void> {
  const userId = await removeFactor(config.ADMIN_DATABASE_URL, email);
  const database = createDatabase({ url: config.ADMIN_DATABASE_URL, max: 1 });
  try {
    const { memberships } = await database.system.standingOf(userId);
    for (const organizationId of new Set(memberships.map((membership) => membership.organizationId)))
      await database.inTenant({ organizationId, userId: null }, (tx) =>
        recordAudit(tx, {
          organizationId,
          actorId: null,
          action: 'second-factor.turned-off',
          subjectType: 'user',
          subjectId: userId,
          detail: { by: 'holdout-admin' },
        }),
      );
  } finally {
    await database.close();
  }
}

async function removeFactor(url: string, email: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; had: boolean }>(
      `WITH person AS (SELECT id, "twoFactorEnabled" AS had FROM auth."user" WHERE email = $1),
         secret AS (DELETE FROM auth."twoFactor" WHERE "userId" IN (SELECT id FROM person)),
         off AS (UPDATE auth."user" SET "twoFactorEnabled" = false WHERE id IN (SELECT id FROM person))
       SELECT id, had FROM person`,
      [email.trim().toLowerCase()],
    );
    if (!rows[0]) throw new AdminError(`Nobody has an account with the address ${email}.`);
    if (!rows[0].had) throw new AdminError(`${email} has no second factor.`);
    return rows[0].id;
  } finally {
    await client.end();
  }
}
