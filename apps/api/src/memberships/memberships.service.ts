import { Injectable } from '@nestjs/common';
import { membershipPage, recordAudit, removeMembership } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { checkedPageSize } from '../graphql/paging.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { MemberConnectionType } from './memberships.types.js';

@Injectable()
export class MembershipsService {
  constructor(private readonly names: NamesLoader) {}

  /** The organization's members, oldest first. @throws BadUserInputError for a page that is too large */
  async page(operation: Operation, first: number, after: string | null): Promise<MemberConnectionType> {
    const viewer = await operation.member();
    const page = { first: checkedPageSize(first), after };
    const { rows, hasNextPage } = await membershipPage(await operation.tx(), page);
    const nodes = await Promise.all(
      rows.map(async ({ id, role, userId, createdAt }) => ({
        id,
        name: await this.names.of(operation, userId),
        role,
        joinedAt: createdAt,
        isViewer: userId === viewer.userId,
      })),
    );
    return { nodes, pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null } };
  }

  /** Effective with the next request and the next event of any stream. @throws NotFoundError, ConflictError */
  async remove(operation: Operation, id: string): Promise<true> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const removed = await removeMembership(tx, id);
    await recordAudit(tx, {
      organizationId: organization.id,
      actorId: userId,
      action: 'membership.removed',
      subjectType: 'membership',
      subjectId: removed.id,
      detail: { userId: removed.userId, role: removed.role },
    });
    return true;
  }
}
