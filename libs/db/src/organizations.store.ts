import type { Tx } from './database.js';
import { newId } from './ids.js';

/** Makes the organization of the transaction's own context, or renames it. */
export function ensureOrganization(tx: Tx, organization: { id: string; slug: string; name: string }) {
  return tx.organization.upsert({
    where: { id: organization.id },
    create: organization,
    update: { name: organization.name },
  });
}

/** The organization of the transaction. @throws when it is another one's */
export function organizationOf(tx: Tx, id: string) {
  return tx.organization.findUniqueOrThrow({ where: { id }, select: { id: true, slug: true, name: true } });
}

export function ensureCohort(
  tx: Tx,
  {
    organizationId,
    slug,
    ...fields
  }: { organizationId: string; trackId: string; slug: string; name: string; timeZone: string },
) {
  return tx.cohort.upsert({
    where: { organizationId_slug: { organizationId, slug } },
    create: { id: newId(), organizationId, slug, ...fields },
    update: { name: fields.name },
  });
}

/** Enrolls a person; someone who withdrew comes back. */
export function enroll(tx: Tx, place: { organizationId: string; cohortId: string; userId: string }) {
  const { cohortId, userId } = place;
  return tx.enrollment.upsert({
    where: { cohortId_userId: { cohortId, userId } },
    create: { id: newId(), ...place },
    update: { withdrawnAt: null },
  });
}
