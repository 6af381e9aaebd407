import { Injectable } from '@nestjs/common';
import {
  Database,
  archiveOrganization,
  checkedId,
  createInvitation,
  foundOrganization,
  leaveInvitationLetters,
  membershipsOfUser,
  newId,
  organizationSettings,
  recordAudit,
  settleOrganization,
  shippedRoadmap,
  shippedRoadmapPlace,
  watchedOrganizations,
  writeRoadmap,
  type RoadmapContent,
  type Tx,
} from '@holdout/db';
import { ConflictError, NotFoundError } from '@holdout/domain';
import { checkedEmail } from '../graphql/checked-email.js';
import { checkedText } from '../graphql/checked-text.js';
import { checkedPageSize } from '../graphql/paging.js';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import { refuseMember } from '../invitations/invitations.service.js';
import type { Operation } from '../operation/operation.js';
import type {
  AdministratorInvitationType,
  ChangeOrganizationInput,
  CreateOrganizationInput,
  WatchedOrganizationPageType,
} from './organizations.types.js';
import { checkedName, checkedSlug, checkedWeight } from './place-rules.js';

const LONGEST_SEARCH = 100;
/** A roadmap is some hundred rows. */
const FOUNDING_MS = 60_000;
const EMPTY_ROADMAP: RoadmapContent = {
  slug: 'roadmap',
  title: 'Roadmap',
  summary: '',
  stages: [],
  lessons: [],
  diagrams: [],
};

/** What operators do with organizations: they make, name, weigh and archive them, and read nothing of what is in them. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly database: Database,
    private readonly drafts: InvitationDrafts,
  ) {}

  /** @throws BadUserInputError */
  async page(
    operation: Operation,
    entered: string,
    page: { first: number; after: string | null },
  ): Promise<WatchedOrganizationPageType> {
    const search = checkedText(entered, {
      field: 'search',
      limit: LONGEST_SEARCH,
      message: `Search for ${LONGEST_SEARCH} characters at most.`,
    });
    const first = checkedPageSize(page.first);
    const { userId } = await operation.signedIn();
    const { rows, hasNextPage } = await this.database.asUser(userId, (tx) =>
      watchedOrganizations(tx, { search, first, after: page.after }),
    );
    return { organizations: rows, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  /** @throws BadUserInputError; ConflictError for a slug that is taken, or a roadmap that is nowhere */
  async create(operation: Operation, input: CreateOrganizationInput): Promise<AdministratorInvitationType> {
    const name = checkedName(input.name);
    const slug = checkedSlug(input.slug, name);
    const email = checkedEmail(input.email);
    const { userId } = await operation.signedIn();
    const roadmap = input.hasShippedRoadmap ? await this.shippedRoadmap(userId) : EMPTY_ROADMAP;
    const organizationId = newId();
    const place = { organizationId, userId };
    return this.database.inTenant(
      place,
      async (tx) => {
        if (!(await foundOrganization(tx, { id: organizationId, slug, name })))
          throw new ConflictError(`An organization has the address "${slug}" already. Choose another.`, {
            field: 'slug',
          });
        await writeRoadmap(tx, organizationId, roadmap, operation.startedAt);
        await this.audit(tx, place, 'organization.created', {
          name,
          slug,
          hasShippedRoadmap: input.hasShippedRoadmap,
        });
        return this.invited(tx, operation, place, email);
      },
      { timeoutMs: FOUNDING_MS },
    );
  }

  /** @throws BadUserInputError, NotFoundError */
  change(operation: Operation, input: ChangeOrganizationInput): Promise<true> {
    const after = { name: checkedName(input.name), weight: checkedWeight(input.weight) };
    return this.within<true>(operation, input.id, async (tx, place) => {
      const before = await settleOrganization(tx, { id: place.organizationId, ...after });
      if (!before) throw new NotFoundError('The organization');
      await this.audit(tx, place, 'organization.changed', { before, after });
      return true;
    });
  }

  /**
   * Whether they are a member already is told to operators who administer the organization, and to no others.
   * @throws BadUserInputError, NotFoundError; ConflictError where it is archived; AlreadyMemberError
   */
  inviteAdministrator(
    operation: Operation,
    id: string,
    entered: string,
  ): Promise<AdministratorInvitationType> {
    const email = checkedEmail(entered);
    return this.within(operation, id, async (tx, place) => {
      const { archivedAt } = await organizationSettings(tx, place.organizationId);
      if (archivedAt) throw new ConflictError('Nobody enters an archived organization. Restore it first.');
      const own = await membershipsOfUser(tx, place.userId);
      if (own.some(({ role }) => role === 'ADMIN')) await refuseMember(tx, email, 'ADMIN');
      return this.invited(tx, operation, place, email);
    });
  }

  /** @throws NotFoundError, ConflictError where it is so already */
  archive(operation: Operation, id: string, isArchived: boolean): Promise<true> {
    return this.within<true>(operation, id, async (tx, place) => {
      if (!(await archiveOrganization(tx, { id: place.organizationId, isArchived })))
        throw new ConflictError(
          isArchived ? 'The organization is archived already.' : 'The organization is in use already.',
        );
      await this.audit(tx, place, isArchived ? 'organization.archived' : 'organization.restored', {});
      return true;
    });
  }

  /** @throws ConflictError */
  private async shippedRoadmap(userId: string): Promise<RoadmapContent> {
    const organizationId = await this.database.asUser(userId, shippedRoadmapPlace);
    const found =
      organizationId && (await this.database.inTenant({ organizationId, userId: null }, shippedRoadmap));
    if (found) return found;
    throw new ConflictError(
      'No organization here has the roadmap that comes with the platform. Start with an empty one.',
    );
  }

  private async invited(
    tx: Tx,
    operation: Operation,
    place: { organizationId: string; userId: string },
    email: string,
  ): Promise<AdministratorInvitationType> {
    const { invitation, letter, link } = this.drafts.draft({
      organizationId: place.organizationId,
      invitedById: place.userId,
      email,
      cohortId: null,
      role: 'ADMIN',
      now: operation.startedAt,
    });
    await createInvitation(tx, invitation);
    const mailed = await leaveInvitationLetters(tx, [letter]);
    await recordAudit(tx, {
      organizationId: place.organizationId,
      actorId: place.userId,
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: invitation.id,
      detail: { role: 'ADMIN', by: 'operator' },
    });
    return { organizationId: place.organizationId, link, isMailed: mailed.size > 0 };
  }

  /** In the organization that is meant, which need not be the operator's: its own log tells what they did. @throws NotFoundError */
  private async within<T>(
    operation: Operation,
    id: string,
    work: (tx: Tx, place: { organizationId: string; userId: string }) => Promise<T>,
  ): Promise<T> {
    const organizationId = checkedId(id, 'The organization');
    const { userId } = await operation.signedIn();
    const place = { organizationId, userId };
    return this.database.inTenant(place, async (tx) => {
      await organizationSettings(tx, organizationId);
      return work(tx, place);
    });
  }

  private audit(
    tx: Tx,
    { organizationId, userId }: { organizationId: string; userId: string },
    action: string,
    detail: object,
  ): Promise<void> {
    return recordAudit(tx, {
      organizationId,
      actorId: userId,
      action,
      detail,
      subjectType: 'organization',
      subjectId: organizationId,
    });
  }
}
