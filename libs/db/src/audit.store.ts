import type { Tx } from './database.js';
import { toJson } from './json.js';

/** The id of the deployment's own audit log, for what operators do that concerns no organization. */
export const DEPLOYMENT = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  /** Or `DEPLOYMENT`. */
  organizationId: string;
  /** Null if the platform itself acted. */
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
 * Records that somebody looked at what belongs to another person, once a day for each pair, so that a page that is read
 * repeatedly stays one entry.
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
