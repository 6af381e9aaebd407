import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  answerLtiLaunch,
  beginLtiLaunch,
  Database,
  ltiPlatforms,
  newId,
  verifiedLtiLaunch,
  verifyLtiLaunch,
  type LaunchOfPlatform,
  type Tx,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import {
  authenticationUrl,
  LaunchRefusedError,
  verifiedLaunch,
  type LaunchMessage,
  type Reach,
} from '@holdout/lti';
import { newToken, tokenHash } from '../auth/secret-token.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { LaunchStopped } from './launch-stopped.js';
import { LtiKeysService } from './lti-keys.service.js';
import type { LoginFields } from './login-fields.js';
import { LAUNCH_MS, reachOf, toolUrls } from './lti.settings.js';

/** The person who launches, according to their platform, and the organization. */
export interface Launched {
  organization: { id: string; slug: string; name: string };
  launch: LaunchOfPlatform;
  message: LaunchMessage;
}

/** From the link in a course to a launch that is verified. Who that is here comes after. */
@Injectable()
export class LtiLaunchesService {
  private readonly reach: Reach;
  private readonly logger = new Logger(LtiLaunchesService.name);

  constructor(
    private readonly database: Database,
    private readonly keys: LtiKeysService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {
    this.reach = reachOf(config);
  }

  /**
   * The platform sends a browser here first; it is sent back with a state and a nonce that are good once.
   * @param browserSecret what the browser holds from a launch before, if any
   * @throws LaunchStopped for a platform that is not registered
   */
  async begin(
    slug: string,
    fields: LoginFields,
    browserSecret: string | null,
  ): Promise<{ url: URL; browserSecret: string }> {
    const organization = await this.organization(slug);
    const now = new Date();
    const secret = browserSecret ?? newToken();
    const [state, nonce] = [newToken(), newToken()];
    const platform = await this.inTenant(organization.id, async (tx) => {
      const found = (await ltiPlatforms(tx)).find(
        ({ issuer, clientId, deploymentId }) =>
          issuer === fields.issuer &&
          (fields.clientId === null || fields.clientId === clientId) &&
          (fields.deploymentId === null || fields.deploymentId === deploymentId),
      );
      if (!found) throw new LaunchStopped('UNKNOWN_PLATFORM');
      const begun = {
        id: newId(),
        organizationId: organization.id,
        platformId: found.id,
        nonce,
        browserHash: tokenHash(secret),
        stateHash: tokenHash(state),
        expiresAt: new Date(now.getTime() + LAUNCH_MS),
      };
      await beginLtiLaunch(tx, begun, now);
      return found;
    });
    const { launchUrl } = toolUrls(this.config.PUBLIC_URL, slug);
    const { loginHint, messageHint } = fields;
    const url = authenticationUrl(platform, this.reach, { launchUrl, loginHint, messageHint, state, nonce });
    return { url, browserSecret: secret };
  }

  /**
   * Takes the platform's answer, posted by the browser, and returns the launch's id.
   * @throws LaunchStopped
   */
  async answer(slug: string, form: URLSearchParams): Promise<string> {
    const organization = await this.organization(slug);
    const state = form.get('state') ?? '';
    // In a transaction of its own: an answer that is refused is spent, too.
    const launch = await this.inTenant(organization.id, (tx) =>
      answerLtiLaunch(tx, tokenHash(state), new Date()),
    );
    if (!launch) throw new LaunchStopped('NOT_OPEN');
    const { launchUrl } = toolUrls(this.config.PUBLIC_URL, slug);
    const message = await this.verified(launch, { form, launchUrl, state, nonce: launch.nonce });
    const sealed = this.keys.secrets.seal(launch.id, JSON.stringify(message));
    await this.inTenant(organization.id, (tx) => verifyLtiLaunch(tx, launch.id, sealed));
    return launch.id;
  }

  /** A verified launch of the browser that began it, or of the person whose it is. @throws LaunchStopped */
  async open(
    slug: string,
    whose: { id: string; browserSecret: string } | { id: string; userId: string },
  ): Promise<Launched> {
    const organization = await this.organization(slug);
    const { id } = whose;
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new LaunchStopped('NOT_OPEN');
    const by =
      'userId' in whose ? { id, userId: whose.userId } : { id, browserHash: tokenHash(whose.browserSecret) };
    const launch = await this.inTenant(organization.id, (tx) => verifiedLtiLaunch(tx, by, new Date()));
    if (!launch?.sealedMessage) throw new LaunchStopped('OTHER_BROWSER');
    // Sealed by us, as it was checked.
    const message = JSON.parse(this.keys.secrets.unseal(id, launch.sealedMessage)) as LaunchMessage;
    return { organization, launch, message };
  }

  private async verified(
    { platform, id }: LaunchOfPlatform,
    answered: Parameters<typeof verifiedLaunch>[2],
  ): Promise<LaunchMessage> {
    try {
      const message = await verifiedLaunch(platform, this.reach, answered);
      if (message.deploymentId !== platform.deploymentId) throw new LaunchStopped('WRONG_DEPLOYMENT');
      return message;
    } catch (error) {
      if (!(error instanceof LaunchRefusedError)) throw error;
      // An administrator setting up a platform needs more detail than the person who came from it.
      this.logger.warn(
        { launchId: id, platformId: platform.id, reason: error.message },
        'A launch was refused.',
      );
      throw new LaunchStopped(error.reason);
    }
  }

  private async organization(slug: string) {
    const organization = await this.database.system.organizationBySlug(slug);
    if (!organization) throw new NotFoundError('The organization');
    return organization;
  }

  private inTenant<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}
