import { Injectable } from '@nestjs/common';
import {
  auditPage,
  auditSubjectTypes,
  checkAuditChain,
  holdsAuditHash,
  type AuditFilter,
  type AuditRow,
} from '@holdout/db';
import { checkedPageSize } from '../graphql/paging.js';
import { checkedFilter } from './audit-filter.js';
import type { AuditLog } from './audit-logs.js';
import type { AuditChainType, AuditEventType, AuditPageType } from './audit.types.js';

@Injectable()
export class AuditService {
  /** @throws BadUserInputError */
  async page(
    log: AuditLog,
    filter: AuditFilter,
    page: { first: number; after: string | null },
  ): Promise<AuditPageType> {
    const first = checkedPageSize(page.first);
    const checked = checkedFilter(filter);
    const { rows, hasNextPage } = await log.read((tx) =>
      auditPage(tx, checked, { first, after: page.after }),
    );
    const events = await Promise.all(rows.map((row) => toEvent(log, row)));
    return { events, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  subjectTypes(log: AuditLog): Promise<string[]> {
    return log.read(auditSubjectTypes);
  }

  chain(log: AuditLog, knownHash: string | null): Promise<AuditChainType> {
    const known = knownHash?.trim().toLowerCase();
    return log.read(async (tx) => {
      const chain = await checkAuditChain(tx);
      return { ...chain, holdsKnownHash: known ? await holdsAuditHash(tx, known) : null };
    });
  }
}

async function toEvent(log: AuditLog, { actorId, detail, ...row }: AuditRow): Promise<AuditEventType> {
  const actor = actorId === null ? null : { id: actorId, name: await log.nameOf(actorId) };
  return { ...row, actor, detail: toPairs(detail) };
}

const toPairs = (detail: Record<string, unknown>) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));
