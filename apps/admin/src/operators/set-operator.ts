import type { AdminConfig } from '@holdout/config';
import { DEPLOYMENT, createDatabase, recordAudit } from '@holdout/db';
import pg from 'pg';
import { AdminError } from '../errors.js';

/**
 * Makes somebody who has an account an operator of the deployment, or no operator any more; from their next request on. It is put on
 * record in the deployment's log, and in that of each of their organizations.
 * @throws AdminError when there is no such account, or when it is so already
 */
export async function setOperator(config: AdminConfig, email: string, isOperator: boolean): Promise<void> {
  const userId = await changed(config.ADMIN_DATABASE_URL, email, isOperator);
  const database = createDatabase({ url: config.ADMIN_DATABASE_URL, max: 1 });
  try {
    const { memberships } = await database.system.standingOf(userId);
    const organizations = new Set(memberships.map((membership) => membership.organizationId));
    for (const organizationId of [DEPLOYMENT, ...organizations])
      await database.inTenant({ organizationId, userId: null }, (tx) =>
        recordAudit(tx, {
          organizationId,
          actorId: null,
          action: isOperator ? 'operator.made' : 'operator.unmade',
          subjectType: 'user',
          subjectId: userId,
          detail: { by: 'holdout-admin' },
        }),
      );
  } finally {
    await database.close();
  }
}

async function changed(url: string, email: string, isOperator: boolean): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; was: boolean }>(
      `WITH person AS (
         SELECT p.id, p.is_operator AS was FROM users p JOIN auth."user" u ON u.id::uuid = p.id WHERE u.email = $1 FOR UPDATE OF p
       ), changed AS (UPDATE users p SET is_operator = $2 FROM person WHERE p.id = person.id)
       SELECT id::text, was FROM person`,
      [email.trim().toLowerCase(), isOperator],
    );
    if (!rows[0]) throw new AdminError(`Nobody who ever joined an organization has the address ${email}.`);
    if (rows[0].was === isOperator)
      throw new AdminError(isOperator ? `${email} is an operator already.` : `${email} is no operator.`);
    return rows[0].id;
  } finally {
    await client.end();
  }
}
