import { recordAudit, type Tx } from '@holdout/db';
import type { Operation } from '../operation/operation.js';

/** Writes down what was done with a draft, by whom. */
export async function auditDraft(
  tx: Tx,
  operation: Operation,
  id: string,
  action: string,
  detail: Record<string, string | number> = {},
): Promise<void> {
  const { organization, userId } = await operation.member();
  await recordAudit(tx, {
    organizationId: organization.id,
    actorId: userId,
    action: `assignment-draft.${action}`,
    subjectType: 'assignment-draft',
    subjectId: id,
    detail,
  });
}
