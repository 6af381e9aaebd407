import { Inject, Injectable } from '@nestjs/common';
import {
  changeRole,
  cohortById,
  enroll,
  enrolledPlaces,
  membersByEmail,
  membershipPage,
  namesOfMembers,
  PersonalData,
  removeMembership,
} from '@holdout/db';
import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedEmail } from '../graphql/checked-email.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { checkedPageSize } from '../graphql/paging.js';
import { FORMER_MEMBER, NamesLoader } from '../runs/run-loaders.js';
import type { MemberConnectionType } from './memberships.types.js';

const LONGEST_SEARCH = 100;
/** People whose names are read for a search. */
const MOST_SEARCHED = 20_000;
const MOST_FOUND = 1_000;

@Injectable()
export class MembershipsService {
  constructor(
    private readonly names: NamesLoader,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /** The organization's members, oldest first. @throws BadUserInputError for a page, or a search, that is too large */
  async page(
    operation: Operation,
    { first, after }: { first: number; after: string | null },
    { search, role }: { search: string | null; role: Role | null },
  ): Promise<MemberConnectionType> {
    const viewer = await operation.member();
    const wanted = checkedText(search ?? '', {
      field: 'search',
      limit: LONGEST_SEARCH,
      message: `Search for ${LONGEST_SEARCH} characters at most.`,
    });
    const page = { first: checkedPageSize(first), after, role };
    const { rows, hasNextPage } = await membershipPage(await operation.tx(), {
      ...page,
      userIds: wanted ? await this.found(operation, wanted.toLowerCase()) : null,
    });
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

  /** Names are sealed, each with its person's own key: the database cannot search them. */
  private async found(operation: Operation, wanted: string): Promise<string[]> {
    const tx = await operation.tx();
    if (wanted.includes('@')) return (await membersByEmail(tx, [wanted])).map(({ userId }) => userId);
    const people = await namesOfMembers(tx, this.personal, MOST_SEARCHED);
    return people
      .filter(({ name }) => (name ?? FORMER_MEMBER).toLowerCase().includes(wanted))
      .map(({ id }) => id)
      .slice(0, MOST_FOUND);
  }

  /** Effective with the next request. @throws NotFoundError, ConflictError */
  async changeRole(
    operation: Operation,
    id: string,
    { role, isInstead }: { role: Role; isInstead: boolean },
  ): Promise<true> {
    const tx = await operation.tx();
    const before = await changeRole(tx, id, { role, isInstead });
    await putOnRecord(operation, {
      action: isInstead ? 'membership.role-changed' : 'membership.role-given',
      subjectType: 'membership',
      subjectId: before.id,
      detail: { userId: before.userId, before: before.role, after: role },
    });
    return true;
  }

  /** @throws BadUserInputError; NotFoundError for the cohort, or who is no student here; ConflictError for an archived cohort */
  async enrollStudent(operation: Operation, entered: string, id: string): Promise<true> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const { id: cohortId, name, archivedAt } = await cohortById(tx, id);
    if (archivedAt)
      throw new ConflictError(`"${name}" is archived. Choose another cohort.`, { field: 'cohortId' });
    const email = checkedEmail(entered);
    const found = await membersByEmail(tx, [email.toLowerCase()]);
    const userId = found.find(({ role }) => role === 'STUDENT')?.userId;
    if (userId === undefined) throw new NotFoundError('A student with this address', { field: 'email' });
    if ((await enrolledPlaces(tx, [userId])).has(`${userId} ${cohortId}`)) return true;
    await enroll(tx, { organizationId: organization.id, cohortId, userId });
    await putOnRecord(operation, {
      action: 'enrollment.made',
      subjectType: 'cohort',
      subjectId: cohortId,
      detail: { userId },
    });
    return true;
  }

  /** Effective with the next request and the next event of any stream. @throws NotFoundError, ConflictError */
  async remove(operation: Operation, id: string): Promise<true> {
    const tx = await operation.tx();
    const removed = await removeMembership(tx, id);
    await putOnRecord(operation, {
      action: 'membership.removed',
      subjectType: 'membership',
      subjectId: removed.id,
      detail: { userId: removed.userId, role: removed.role },
    });
    return true;
  }
}
