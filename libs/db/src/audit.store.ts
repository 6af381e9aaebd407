import type { Tx } from './database.js';
import { toJson } from './json.js';

export interface AuditEntry {
  organizationId: string;
  /** Null where the platform itself acted. */
  actorId: string | null;
  /** A verb of the domain: "membership.removed". */
  action: string;
  subjectType: string;
  subjectId: string;
  detail?: object;
}

/** Appends to the organization's audit log. The database chains the hashes. */
export async function recordAudit(tx: Tx, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [{ ...entry, detail: toJson(detail), previousHash: '', hash: '' }],
  });
}

/** Id of the first event whose hash does not follow from the one before; null while the chain is whole. */
export async function firstBrokenAuditEvent(tx: Tx): Promise<bigint | null> {
  const rows = await tx.$queryRaw<{ id: bigint | null }[]>`SELECT first_broken_audit_event() AS id`;
  return rows[0]?.id ?? null;
}
