import { Inject, Injectable } from '@nestjs/common';
import { assignmentBySlug, cohortById, Database, ltiAccountOf, placeLtiLink, recordAudit } from '@holdout/db';
import { ForbiddenError, NotFoundError } from '@holdout/domain';
import { deepLinkingResponse } from '@holdout/lti';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { LaunchStopped } from './launch-stopped.js';
import { mayChoose } from './launch-roles.js';
import { LtiArrivalsService } from './lti-arrivals.service.js';
import { LtiKeysService } from './lti-keys.service.js';
import { LtiLaunchesService, type Launched } from './lti-launches.service.js';
import type { LtiChoiceInput, LtiLaunchType } from './lti-launches.types.js';
import { toolUrls } from './lti.settings.js';

const MOST_POINTS = 100;

/** What somebody who launched says themselves: who they are here, and what a link opens. */
@Injectable()
export class LtiChoicesService {
  constructor(
    private readonly database: Database,
    private readonly launches: LtiLaunchesService,
    private readonly arrivals: LtiArrivalsService,
    private readonly keys: LtiKeysService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws NotFoundError */
  async shown(operation: Operation, organizationSlug: string, id: string): Promise<LtiLaunchType> {
    const launched = await this.own(operation, organizationSlug, id);
    const { launch, message, organization } = launched;
    const { userId } = await operation.signedIn();
    const isLinked = (await this.accountOf(launched)) === userId;
    return {
      id: launch.id,
      step: !isLinked ? 'LINK' : message.kind === 'OPEN' ? 'PLACE' : 'ADD',
      platformName: launch.platform.name,
      organizationName: organization.name,
      personName: message.name,
      contextTitle: message.context?.title ?? '',
    };
  }

  /**
   * Returns the path to continue with.
   * @throws NotFoundError, ConflictError, ForbiddenError
   */
  async link(operation: Operation, organizationSlug: string, id: string): Promise<string> {
    const launched = await this.own(operation, organizationSlug, id);
    const { userId } = await operation.signedIn();
    return this.told(() => this.arrivals.link(launched, userId));
  }

  /**
   * Sets what a link opens, and returns the path to continue with.
   * @throws NotFoundError, ForbiddenError
   */
  async place(operation: Operation, input: LtiChoiceInput): Promise<string> {
    const launched = await this.own(operation, input.organizationSlug, input.launchId);
    await this.assertMayChoose(operation, launched);
    const { userId } = await operation.signedIn();
    const { launch, message, organization } = launched;
    const { resourceLinkId, context, lineItemUrl, membersUrl } = message;
    if (resourceLinkId === null) throw new NotFoundError('The link');
    const organizationId = organization.id;
    return this.database.inTenant({ organizationId, userId }, async (tx) => {
      const cohort = await cohortById(tx, input.cohortId);
      const assignment = await assignmentBySlug(tx, input.assignmentSlug);
      const placed = await placeLtiLink(
        tx,
        {
          organizationId,
          platformId: launch.platformId,
          resourceLinkId,
          lineItemUrl,
          membersUrl,
          cohortId: cohort.id,
          assignmentId: assignment.id,
          contextId: context?.id ?? null,
          contextTitle: context?.title ?? '',
        },
        operation.startedAt,
      );
      await recordAudit(tx, {
        organizationId,
        actorId: userId,
        action: 'lti-link.placed',
        subjectType: 'lti-link',
        subjectId: placed.id,
        detail: { cohortId: cohort.id, assignmentId: assignment.id },
      });
      return `/assignments/${assignment.slug}`;
    });
  }

  /** What somebody who adds a link to their course chose, signed for the platform. @throws NotFoundError, ForbiddenError */
  async chosen(operation: Operation, input: LtiChoiceInput): Promise<{ returnUrl: string; jwt: string }> {
    const launched = await this.own(operation, input.organizationSlug, input.launchId);
    await this.assertMayChoose(operation, launched);
    const { launch, message, organization } = launched;
    if (message.choice === null) throw new NotFoundError('The choice');
    const { userId } = await operation.signedIn();
    const { key, link } = await this.database.inTenant(
      { organizationId: organization.id, userId },
      async (tx) => {
        const cohort = await cohortById(tx, input.cohortId);
        const { slug, title } = await assignmentBySlug(tx, input.assignmentSlug);
        const { launchUrl } = toolUrls(this.config.PUBLIC_URL, organization.slug);
        const chosen = {
          title,
          url: launchUrl,
          assignment: slug,
          cohort: cohort.slug,
          mostPoints: MOST_POINTS,
        };
        return { key: await this.keys.open(tx), link: chosen };
      },
    );
    const jwt = await deepLinkingResponse(launch.platform, key, message, link);
    return { returnUrl: message.choice.returnUrl, jwt };
  }

  /** @throws NotFoundError, ForbiddenError */
  private async assertMayChoose(operation: Operation, launched: Launched): Promise<void> {
    const { userId } = await operation.signedIn();
    if ((await this.accountOf(launched)) !== userId) throw new NotFoundError('The launch');
    if (!mayChoose(launched))
      throw new ForbiddenError('Only those who teach the course choose what a link opens. Ask them.');
  }

  /** @throws NotFoundError for a launch of somebody else, or one that is over */
  private async own(operation: Operation, slug: string, id: string): Promise<Launched> {
    const { userId } = await operation.signedIn();
    try {
      return await this.launches.open(slug, { id, userId });
    } catch (error) {
      if (error instanceof LaunchStopped) throw new NotFoundError('The launch');
      throw error;
    }
  }

  private accountOf({ organization, launch, message }: Launched): Promise<string | null> {
    const context = { organizationId: organization.id, userId: null };
    return this.database.inTenant(context, (tx) => ltiAccountOf(tx, launch.platformId, message.subject));
  }

  /** Where the way leads; to the page that says why where a launch is stopped. */
  private async told(way: () => Promise<string>): Promise<string> {
    try {
      return await way();
    } catch (error) {
      if (error instanceof LaunchStopped) return `/lms/refused?reason=${error.reason}`;
      throw error;
    }
  }
}
