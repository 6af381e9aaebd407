import { Injectable } from '@nestjs/common';
import {
  admitByLaunch,
  assignmentsByIds,
  Database,
  giveLtiLaunch,
  linkLtiAccount,
  ltiAccountOf,
  ltiLinkOf,
  placeLtiLink,
  recordAudit,
  spendLtiSignIn,
  type LtiPlace,
  type Tx,
} from '@holdout/db';
import type { Role } from '@holdout/domain';
import { AuthService } from '../auth/auth.js';
import type { Operation } from '../operation/operation.js';
import { mayChoose, roleOf } from './launch-roles.js';
import { LaunchStopped } from './launch-stopped.js';
import type { Launched } from './lti-launches.service.js';
import { LtiSignUp } from './lti-sign-up.js';
import { namedPlace } from './named-place.js';

/** Where the browser continues, and its session if a new one was begun. */
export interface Arrival {
  path: string;
  cookies: string[];
}

/** The roles that a launch may sign in. People with other roles prove their identity themselves. */
const SIGNED_IN_BY_LAUNCH: readonly Role[] = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR'];

/**
 * Who a verified launch is here, and where it leads. What a platform says never takes over an existing account: its owner
 * signs in and links it themselves.
 */
@Injectable()
export class LtiArrivalsService {
  constructor(
    private readonly database: Database,
    private readonly authService: AuthService,
    private readonly signUp: LtiSignUp,
  ) {}

  /** @throws LaunchStopped */
  async arrive(
    operation: Operation,
    launched: Launched,
    request: Parameters<AuthService['sessionFor']>[1],
  ): Promise<Arrival> {
    const viewer = await operation.viewer();
    if (viewer?.impersonation) throw new LaunchStopped('OTHER_PERSON');
    const { launch, message, organization } = launched;
    const known = await this.inTenant(launched, null, (tx) =>
      ltiAccountOf(tx, launch.platformId, message.subject),
    );
    if (viewer && known === viewer.userId) return this.at(await this.enter(launched, viewer.userId));
    if (viewer && known) throw new LaunchStopped('OTHER_PERSON');
    if (viewer) {
      await this.inTenant(launched, viewer.userId, (tx) => giveLtiLaunch(tx, launch.id, viewer.userId));
      return this.at(`/lms/launches/${organization.slug}/${launch.id}`);
    }
    const userId = known ?? (await this.signUp.newcomer(launched));
    if (!userId || !(await this.maySignIn(launched, userId))) return this.at(signInFirst(launched));
    const isFirst = await this.inTenant(launched, null, (tx) => spendLtiSignIn(tx, launch.id, new Date()));
    if (!isFirst) throw new LaunchStopped('SPENT');
    const path = await this.enter(launched, userId);
    return { path, cookies: await this.authService.sessionFor({ userId }, request) };
  }

  /**
   * Links the platform's person to the viewer, and returns where they continue.
   * @throws LaunchStopped, ConflictError
   */
  async link(launched: Launched, userId: string): Promise<string> {
    const { launch, message, organization } = launched;
    if (!launch.platform.admitsPeople) await this.assertMember(launched, userId);
    await this.inTenant(launched, userId, async (tx) => {
      const { platformId } = launch;
      const organizationId = organization.id;
      await linkLtiAccount(tx, { organizationId, platformId, subject: message.subject, userId });
      await recordAudit(tx, {
        organizationId,
        actorId: userId,
        action: 'lti-account.linked',
        subjectType: 'lti-platform',
        subjectId: platformId,
        detail: { subject: message.subject },
      });
    });
    return this.enter(launched, userId);
  }

  /**
   * Applies what the launch grants, and returns where it leads.
   * @throws LaunchStopped
   */
  private async enter(launched: Launched, userId: string): Promise<string> {
    const { launch, message, organization } = launched;
    const { platform } = launch;
    const role = roleOf(launched);
    if (!platform.admitsPeople) await this.assertMember(launched, userId);
    else if (role === null) throw new LaunchStopped('NO_ROLE');
    return this.inTenant(launched, userId, async (tx) => {
      await giveLtiLaunch(tx, launch.id, userId);
      const place = message.kind === 'OPEN' ? await this.place(tx, launched) : null;
      if (platform.admitsPeople && role !== null) {
        const person = { organizationId: organization.id, userId, role, cohortId: place?.cohortId ?? null };
        const detail = { role, cohortId: person.cohortId };
        if (await admitByLaunch(tx, person)) await this.audit(tx, launched, userId, detail);
      }
      if (!place) return choosing(launched);
      const [assignment] = await assignmentsByIds(tx, [place.assignmentId]);
      if (!assignment) throw new LaunchStopped('NOT_SET_UP');
      return `/assignments/${assignment.slug}`;
    });
  }

  /** What the link opens: as was said before, or as it says itself. What the newest launch said of it is kept. */
  private async place(tx: Tx, { launch, message, organization }: Launched): Promise<LtiPlace | null> {
    const { resourceLinkId, context, lineItemUrl, membersUrl } = message;
    if (resourceLinkId === null) return null;
    const opened =
      (await ltiLinkOf(tx, launch.platformId, resourceLinkId)) ?? (await namedPlace(tx, message));
    if (!opened) return null;
    const place = {
      organizationId: organization.id,
      platformId: launch.platformId,
      resourceLinkId,
      cohortId: opened.cohortId,
      assignmentId: opened.assignmentId,
      lineItemUrl,
      membersUrl,
      contextId: context?.id ?? null,
      contextTitle: context?.title ?? '',
    };
    await placeLtiLink(tx, place, new Date());
    return place;
  }

  /**
   * Only people who belong to this organization alone, and have no more than the roles a launch may give. Whoever registers
   * a platform can make it say anything about anyone, and must not get beyond their own organization that way.
   */
  private async maySignIn({ organization }: Launched, userId: string): Promise<boolean> {
    const { isOperator, memberships } = await this.database.system.standingOf(userId);
    const isAtHome = memberships.every(
      ({ organizationId, role }) => organizationId === organization.id && SIGNED_IN_BY_LAUNCH.includes(role),
    );
    return !isOperator && isAtHome && !(await this.authService.hasSecondFactor(userId));
  }

  /** @throws LaunchStopped */
  private async assertMember({ organization }: Launched, userId: string): Promise<void> {
    const { memberships } = await this.database.system.standingOf(userId);
    if (!memberships.some(({ organizationId }) => organizationId === organization.id))
      throw new LaunchStopped('NOT_A_MEMBER');
  }

  private audit(tx: Tx, { launch, organization }: Launched, userId: string, detail: object): Promise<void> {
    return recordAudit(tx, {
      organizationId: organization.id,
      actorId: userId,
      action: 'lti-launch.admitted',
      subjectType: 'lti-platform',
      subjectId: launch.platformId,
      detail,
    });
  }

  private at(path: string): Arrival {
    return { path, cookies: [] };
  }

  private inTenant<T>(
    { organization }: Launched,
    userId: string | null,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.database.inTenant({ organizationId: organization.id, userId }, work);
  }
}

/** Where who teaches says what the link opens. @throws LaunchStopped for everyone else */
function choosing(launched: Launched): string {
  const { launch, message, organization } = launched;
  if (mayChoose(launched)) return `/lms/launches/${organization.slug}/${launch.id}`;
  throw new LaunchStopped(message.kind === 'OPEN' ? 'NOT_SET_UP' : 'NOT_INSTRUCTOR');
}

/** The way over signing in, and back to the launch. */
function signInFirst({ organization, launch }: Launched): string {
  return `/sign-in?next=${encodeURIComponent(`/lti/${organization.slug}/continue?launch=${launch.id}`)}`;
}
