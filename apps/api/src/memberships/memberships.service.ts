import { Injectable } from '@nestjs/common';
import { membershipPage, recordAudit, removeMembership } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { MembershipType } from './memberships.types.js';

@Injectable()
export class MembershipsService {
  /** The organization's members, oldest first. @throws BadUserInputError for a page that is too large */
  async page(operation: Operation, first: number, after: string | null): Promise<MembershipType[]> {
    const { rows } = await membershipPage(await operation.tx(), { first: checkedPageSize(first), after });
    return rows.map(({ id, role, organization: { id: organizationId, slug, name } }) => ({
      id,
      role,
      organization: { id: organizationId, slug, name },
    }));
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
