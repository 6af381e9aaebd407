import { NotFoundError } from '@holdout/domain';
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

/** The cohorts that these people are in: ids of person and cohort, separated by a space. */
export async function enrolledPlaces(tx: Tx, userIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.enrollment.findMany({
    where: { userId: { in: [...userIds] }, withdrawnAt: null },
    select: { userId: true, cohortId: true },
  });
  return new Set(rows.map(({ userId, cohortId }) => `${userId} ${cohortId}`));
}

/** Enrolls many people in one statement. Those who had withdrawn are enrolled again. */
export async function enrollAll(
  tx: Tx,
  organizationId: string,
  places: readonly { userId: string; cohortId: string }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO enrollments (id, organization_id, cohort_id, user_id)
    SELECT DISTINCT ON (n.cohort_id, n.user_id) n.id, ${organizationId}::uuid, n.cohort_id, n.user_id
    FROM unnest(${places.map(() => newId())}::uuid[], ${places.map(({ cohortId }) => cohortId)}::uuid[],
      ${places.map(({ userId }) => userId)}::uuid[]) AS n(id, cohort_id, user_id)
    ON CONFLICT (cohort_id, user_id) DO UPDATE SET withdrawn_at = NULL`;
}

/** Enrolls a person. Somebody who had withdrawn is enrolled again. */
export function enroll(tx: Tx, place: { organizationId: string; cohortId: string; userId: string }) {
  const { cohortId, userId } = place;
  return tx.enrollment.upsert({
    where: { cohortId_userId: { cohortId, userId } },
    create: { id: newId(), ...place },
    update: { withdrawnAt: null },
  });
}

const ownSettings = {
  id: true,
  slug: true,
  name: true,
  accent: true,
  logoDigest: true,
  archivedAt: true,
} as const;

/**
 * The name and look of the transaction's organization.
 * @throws NotFoundError
 */
export async function organizationSettings(tx: Tx, id: string) {
  const organization = await tx.organization.findUnique({ where: { id }, select: ownSettings });
  if (!organization) throw new NotFoundError('The organization');
  return organization;
}

export async function setOrganizationLook(
  tx: Tx,
  id: string,
  look: { name: string; accent: string } | { logoDigest: string | null; logoType: string | null },
): Promise<void> {
  await tx.organization.updateMany({ where: { id }, data: look });
}
