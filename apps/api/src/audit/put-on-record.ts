import { recordAudit, type AuditEntry } from '@holdout/db';
import type { Operation } from '../operation/operation.js';

/**
 * Appends what an operation's viewer did to the audit log of the organization they act in. It is written in the operation's
 * transaction: no change is kept without its entry, and no entry without its change.
 * @throws UnauthenticatedError, ForbiddenError
 */
export async function putOnRecord(
  operation: Operation,
  entry: Omit<AuditEntry, 'organizationId' | 'actorId'>,
): Promise<void> {
  const { organization, userId } = await operation.member();
  await recordAudit(await operation.tx(), { ...entry, organizationId: organization.id, actorId: userId });
}
