import { recordAudit, type AuditEntry, type Database, type Tx } from '@holdout/db';
import type { Viewer } from '../operation/viewer.js';

type Person = Pick<Viewer, 'userId' | 'memberships'>;
type Place = { organizationId: string; userId: string };

/** Does what is due in every organization that a person is in, each in a transaction of its own. */
export async function inEachOrganization(
  database: Database,
  { userId, memberships }: Person,
  work: (tx: Tx, place: Place) => Promise<void>,
): Promise<void> {
  for (const organizationId of new Set(memberships.map((membership) => membership.organizationId))) {
    const place = { organizationId, userId };
    await database.inTenant(place, (tx) => work(tx, place));
  }
}

/** Puts on record what a person did that concerns every organization they are in. */
export function auditInEach(
  database: Database,
  person: Person,
  entry: Omit<AuditEntry, 'organizationId' | 'actorId'>,
): Promise<void> {
  return inEachOrganization(database, person, (tx, { organizationId, userId }) =>
    recordAudit(tx, { ...entry, organizationId, actorId: userId }),
  );
}
