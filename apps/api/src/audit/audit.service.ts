import { Injectable } from '@nestjs/common';
import {
  Database,
  auditPage,
  auditSubjectTypes,
  checkAuditChain,
  holdsAuditHash,
  type AuditFilter,
  type AuditRow,
} from '@holdout/db';
import DataLoader from 'dataloader';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { FORMER_MEMBER, NamesLoader } from '../runs/run-loaders.js';
import { checkedFilter } from './audit-filter.js';
import type { AuditActorType, AuditChainType, AuditEventType, AuditPageType } from './audit.types.js';

const OPERATOR = 'An operator of this deployment';

@Injectable()
export class AuditService {
  constructor(
    private readonly names: NamesLoader,
    private readonly database: Database,
  ) {}

  /** Whether each of these people operates the deployment. */
  private readonly operators = () =>
    new DataLoader<string, boolean>(async (ids) => {
      const standings = await Promise.all(ids.map((id) => this.database.system.standingOf(id)));
      return standings.map(({ isOperator }) => isOperator);
    });

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
    if (id === null) return null;
    const name = await this.names.of(operation, id);
    // They need not be a member of the organization in whose log they stand.
    const isFromOutside = name === FORMER_MEMBER && (await operation.shared(this.operators).load(id));
    return { id, name: isFromOutside ? OPERATOR : name };
  }
}

const toPairs = (detail: Record<string, unknown>) =>
  Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));
