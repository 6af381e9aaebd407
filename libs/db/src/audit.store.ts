import type { Tx } from './database.js';

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

/** Appends many, in this order and in one statement: undoing a roster appends up to ten thousand. */
export async function recordAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const column = <K extends keyof AuditEntry>(name: K) => entries.map((entry) => entry[name]);
  const details = entries.map(({ detail = {} }) => JSON.stringify(detail));
  await tx.$executeRaw`
    INSERT INTO audit_events (organization_id, actor_id, action, subject_type, subject_id, detail, previous_hash, hash)
    SELECT n.organization_id, n.actor_id, n.action, n.subject_type, n.subject_id, n.detail::jsonb, '', ''
    FROM unnest(${column('organizationId')}::uuid[], ${column('actorId')}::uuid[], ${column('action')}::text[],
      ${column('subjectType')}::text[], ${column('subjectId')}::text[], ${details}::text[])
      WITH ORDINALITY AS n(organization_id, actor_id, action, subject_type, subject_id, detail, position)
    ORDER BY n.position`;
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
