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
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { checkedFilter } from './audit-filter.js';
import type { AuditActorType, AuditChainType, AuditEventType, AuditPageType } from './audit.types.js';

@Injectable()
export class AuditService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws BadUserInputError */
  async page(
    operation: Operation,
    filter: AuditFilter,
    page: { first: number; after: string | null },
  ): Promise<AuditPageType> {
    const first = checkedPageSize(page.first);
    const tx = await operation.tx();
    const { rows, hasNextPage } = await auditPage(tx, checkedFilter(filter), { first, after: page.after });
    const events = await Promise.all(rows.map((row) => this.toEvent(operation, row)));
    return { events, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  async subjectTypes(operation: Operation): Promise<string[]> {
    return auditSubjectTypes(await operation.tx());
  }

  async chain(operation: Operation, knownHash: string | null): Promise<AuditChainType> {
    const tx = await operation.tx();
    const chain = await checkAuditChain(tx);
    const known = knownHash?.trim().toLowerCase();
    return { ...chain, holdsKnownHash: known ? await holdsAuditHash(tx, known) : null };
  }

  private async toEvent(
    operation: Operation,
    { actorId, detail, ...row }: AuditRow,
  ): Promise<AuditEventType> {
    return { ...row, actor: await this.actor(operation, actorId), detail: toPairs(detail) };
  }

  private async actor(operation: Operation, id: string | null): Promise<AuditActorType | null> {
    return id === null ? null : { id, name: await this.names.of(operation, id) };
  }
}

const toPairs = (detail: Record<string, unknown>) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));
