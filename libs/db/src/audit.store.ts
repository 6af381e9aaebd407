import type { Tx } from './database.js';
import { toJson } from './json.js';

/** Whose log it is that no organization has: what operators do with the deployment itself. */
export const DEPLOYMENT = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  /** Or `DEPLOYMENT`. */
  organizationId: string;
  /** Null where the platform itself acted. */
  actorId: string | null;
  /** A verb of the domain: "membership.removed". */
  action: string;
  subjectType: string;
  subjectId: string;
  detail?: object;
}

/** Appends to an audit log. The database chains the hashes. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await recordAudits(tx, [entry]);
}

/** Appends many, in this order. */
export async function recordAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: entries.map(({ detail = {}, ...entry }) => ({
      ...entry,
      detail: toJson(detail),
      previousHash: '',
      hash: '',
    })),
  });
}

/**
 * Notes that somebody looked at what is another person's: once a day for each of both, so that a page that is read again
 * and again stays one entry.
 */
export async function recordAccess(
  tx: Tx,
  access: AuditEntry & { actorId: string; at: Date },
): Promise<void> {
  const { at, ...entry } = access;
  const { action, actorId, subjectId } = entry;
  const dayBefore = new Date(at.getTime() - 24 * 60 * 60 * 1000);
  const known = await tx.auditEvent.findFirst({
    where: { subjectId, action, actorId, createdAt: { gt: dayBefore } },
    select: { id: true },
  });
  if (!known) await recordAudit(tx, entry);
}
