import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

const MOST_DOMAINS = 20;

/** Domains that the organization claimed, by name; 20 at most. */
export function emailDomains(tx: Tx) {
  return tx.emailDomain.findMany({ orderBy: { domain: 'asc' }, take: MOST_DOMAINS });
}

/**
 * Adding a domain again changes nothing.
 * @throws ConflictError when there are too many
 */
export async function addEmailDomain(
  tx: Tx,
  { organizationId, domain, token }: { organizationId: string; domain: string; token: string },
) {
  const known = await tx.emailDomain.findUnique({
    where: { organizationId_domain: { organizationId, domain } },
  });
  if (known) return known;
  if ((await tx.emailDomain.count()) >= MOST_DOMAINS)
    throw new ConflictError(`There are ${MOST_DOMAINS} domains already. Remove one that is no longer used.`, {
      limit: MOST_DOMAINS,
    });
  return tx.emailDomain.create({ data: { id: newId(), organizationId, domain, token } });
}

/** @throws NotFoundError */
export async function emailDomainById(tx: Tx, id: string) {
  const found = await tx.emailDomain.findUnique({ where: { id: checkedId(id, 'The domain') } });
  if (!found) throw new NotFoundError('The domain');
  return found;
}

export function setEmailDomainProven(tx: Tx, id: string, provenAt: Date) {
  return tx.emailDomain.update({ where: { id }, data: { provenAt } });
}

export async function removeEmailDomain(tx: Tx, id: string): Promise<void> {
  await tx.emailDomain.deleteMany({ where: { id } });
}

/** Whether the organization has proven that it owns the domain. */
export async function isProvenDomain(tx: Tx, domain: string): Promise<boolean> {
  return (await tx.emailDomain.count({ where: { domain, provenAt: { not: null } } })) > 0;
}
