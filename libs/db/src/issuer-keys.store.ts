import type { Tx } from './database.js';

export interface NewIssuerKey {
  id: string;
  organizationId: string;
  publicKeyMultibase: string;
  encryptedPrivateKey: Uint8Array<ArrayBuffer>;
  activeFrom: Date;
}

/** The current signing key; null before the first. Only the worker's role may read it. */
export function signingKeyOf(tx: Tx) {
  return tx.issuerKey.findFirst({ where: { retiredAt: null, revokedAt: null } });
}

/** The public halves of all keys that ever existed, oldest first. */
export function publishedKeys(tx: Tx) {
  return tx.issuerKey.findMany({
    select: { id: true, publicKeyMultibase: true, activeFrom: true, retiredAt: true, revokedAt: true },
    orderBy: { activeFrom: 'asc' },
    take: 500,
  });
}

/** Adds a key that signs from now on. The database allows only one at a time: end the previous one first. */
export function addIssuerKey(tx: Tx, key: NewIssuerKey) {
  return tx.issuerKey.create({ data: key });
}

/** Signatures of a retired key stay valid; those of a revoked one do not. */
export async function endSigningKey(tx: Tx, how: 'RETIRED' | 'REVOKED', at: Date): Promise<string | null> {
  const key = await tx.issuerKey.findFirst({
    where: { retiredAt: null, revokedAt: null },
    select: { id: true },
  });
  if (!key) return null;
  await tx.issuerKey.updateMany({
    where: { id: key.id },
    data: how === 'RETIRED' ? { retiredAt: at } : { retiredAt: at, revokedAt: at },
  });
  return key.id;
}

/** Whether the key was revoked because it may be compromised. Always false for null, which means no key. */
export async function isRevokedKey(tx: Tx, keyId: string | null): Promise<boolean> {
  if (keyId === null) return false;
  const key = await tx.issuerKey.findUnique({ where: { id: keyId }, select: { revokedAt: true } });
  return key?.revokedAt != null;
}

/** Creates the tasks of signing again whatever a revoked key had signed. */
export async function tasksAfterRevokedKey(tx: Tx, keyId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO credential_tasks (organization_id, kind, subject_id)
    SELECT organization_id, 'SIGN_RECEIPT'::"CredentialTaskKind", run_id FROM receipts WHERE key_id = ${keyId}::uuid
    UNION
    SELECT c.organization_id, 'SETTLE'::"CredentialTaskKind", coalesce(c.submission_id, member.submission_id)
    FROM credentials c
    LEFT JOIN LATERAL (
      SELECT m.submission_id FROM credentials m
      JOIN submissions s ON s.id = m.submission_id
      JOIN assignments a ON a.id = s.assignment_id
      WHERE a.stage_id = c.stage_id AND m.student_id = c.student_id LIMIT 1
    ) member ON c.submission_id IS NULL
    WHERE c.key_id = ${keyId}::uuid AND c.status = 'ISSUED' AND coalesce(c.submission_id, member.submission_id) IS NOT NULL
    UNION
    SELECT organization_id, 'LIST_STATUS'::"CredentialTaskKind", organization_id FROM status_lists
    ON CONFLICT (organization_id, kind, subject_id) DO UPDATE SET due_at = CURRENT_TIMESTAMP`;
}
