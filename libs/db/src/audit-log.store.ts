import { BadUserInputError } from '@holdout/domain';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

/** What to search for; every given condition must hold. */
export interface AuditFilter {
  /** Part of the action, the subject's id or the detail. */
  search?: string | null;
  subjectType?: string | null;
  actorId?: string | null;
  from?: Date | null;
  /** Not included. */
  to?: Date | null;
}

export interface AuditRow {
  id: string;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: Record<string, unknown>;
  createdAt: Date;
  previousHash: string;
  hash: string;
}

export interface AuditRows {
  rows: AuditRow[];
  hasNextPage: boolean;
}

export interface AuditChain {
  /** The number of events in the log. */
  events: number;
  /** The first event whose hash does not follow from the previous one; null if the chain is intact. */
  firstBrokenId: string | null;
  /** The hash of the newest event. If it is noted elsewhere, it later shows whether the end of the log was cut off. */
  head: string;
}

const ID = /^\d{1,18}$/;

/** A backslash, % or _ stands for itself. */
const pattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Newest first. `after` is the id of the last event of the page before. */
export async function auditPage(
  tx: Tx,
  filter: AuditFilter,
  { first, after }: { first: number; after?: string | null },
): Promise<AuditRows> {
  if (after && !ID.test(after)) throw new BadUserInputError('There is no such page.', { field: 'after' });
  const search = filter.search ? pattern(filter.search) : null;
  const rows = await tx.$queryRaw<AuditRow[]>`
    SELECT id::text, actor_id AS "actorId", action, subject_type AS "subjectType", subject_id AS "subjectId", detail,
      created_at AS "createdAt", previous_hash AS "previousHash", hash
    FROM audit_events
    WHERE (${after ?? null}::bigint IS NULL OR id < ${after ?? null}::bigint)
      AND (${search}::text IS NULL OR action ILIKE ${search} OR subject_id ILIKE ${search} OR detail::text ILIKE ${search})
      AND (${filter.subjectType ?? null}::text IS NULL OR subject_type = ${filter.subjectType ?? null})
      AND (${filter.actorId ?? null}::text IS NULL OR actor_id::text = ${filter.actorId ?? null})
      AND (${filter.from ?? null}::timestamptz IS NULL OR created_at >= ${filter.from ?? null})
      AND (${filter.to ?? null}::timestamptz IS NULL OR created_at < ${filter.to ?? null})
    -- Not the text that is selected under the same name: "9" would come after "10".
    ORDER BY audit_events.id DESC LIMIT ${first + 1}::int`;
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** The types of subject that occur in the log. */
export async function auditSubjectTypes(tx: Tx): Promise<string[]> {
  const rows = await tx.auditEvent.groupBy({ by: ['subjectType'], orderBy: { subjectType: 'asc' } });
  return rows.map(({ subjectType }) => subjectType);
}

/** Recomputes every hash of the log. */
export async function checkAuditChain(tx: Tx): Promise<AuditChain> {
  const [row] = await tx.$queryRaw<AuditChain[]>`
    SELECT (SELECT count(*)::int FROM audit_events) AS events, first_broken_audit_event()::text AS "firstBrokenId",
      coalesce((SELECT hash FROM audit_events ORDER BY id DESC LIMIT 1), '') AS head`;
  return row ?? { events: 0, firstBrokenId: null, head: '' };
}

/** Whether the log still holds the event with this hash. */
export async function holdsAuditHash(tx: Tx, hash: string): Promise<boolean> {
  return (await tx.auditEvent.count({ where: { hash } })) > 0;
}

/** Names of those among these people who operate the deployment, by id. Told to operators. */
export async function operatorNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(tx)`
    SELECT id::text, name FROM operator_names(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
