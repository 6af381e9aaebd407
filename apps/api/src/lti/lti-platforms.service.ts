import { Inject, Injectable } from '@nestjs/common';
import {
  ltiPlatformById,
  ltiPlatforms,
  ltiUse,
  publishedLtiKeys,
  registerLtiPlatform,
  removeLtiPlatform,
  setLtiAdmission,
  type LtiPlatform,
} from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { LAUNCH_ROLES, type LaunchRole } from '@holdout/lti';
import { z } from 'zod';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { LtiKeysService } from './lti-keys.service.js';
import type { LtiAdmissionInput, LtiPlatformInput, LtiToolType } from './lti-platforms.types.js';
import { toolUrls } from './lti.settings.js';

const URL_LIMIT = 2000;

/** Which platforms an organization lets in, as its administrators see it. */
@Injectable()
export class LtiPlatformsService {
  constructor(
    private readonly keys: LtiKeysService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async own(operation: Operation): Promise<LtiToolType> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const use = await ltiUse(tx);
    const unused = { links: 0, people: 0, failing: 0, lastFailure: null, launchedAt: null };
    const platforms = (await ltiPlatforms(tx)).map((platform) => ({
      ...platform,
      ...(use.get(platform.id) ?? unused),
    }));
    const [key] = await publishedLtiKeys(tx, operation.startedAt);
    return {
      ...toolUrls(this.config.PUBLIC_URL, organization.slug),
      platforms,
      keySince: key?.createdAt ?? null,
    };
  }

  /** @throws BadUserInputError, ConflictError */
  async register(operation: Operation, input: LtiPlatformInput): Promise<LtiToolType> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const platform = await registerLtiPlatform(tx, {
      organizationId: organization.id,
      ...this.checked(input),
      ...admissionOf(input),
    });
    await this.keys.ensure(tx, organization.id);
    const { issuer, clientId, deploymentId, admitsPeople, highestRole } = platform;
    const detail = { issuer, clientId, deploymentId, admitsPeople, highestRole };
    await this.audit(operation, 'lti-platform.registered', platform, detail);
    return this.own(operation);
  }

  /** @throws NotFoundError, BadUserInputError */
  async setAdmission(operation: Operation, input: LtiAdmissionInput): Promise<LtiToolType> {
    const tx = await operation.tx();
    const { id } = await ltiPlatformById(tx, input.platformId);
    const platform = await setLtiAdmission(tx, { id, ...admissionOf(input) });
    await this.audit(operation, 'lti-platform.changed', platform, admissionOf(input));
    return this.own(operation);
  }

  /** @throws NotFoundError */
  async remove(operation: Operation, platformId: string): Promise<LtiToolType> {
    const tx = await operation.tx();
    const platform = await ltiPlatformById(tx, platformId);
    await removeLtiPlatform(tx, platform.id, operation.startedAt);
    await this.audit(operation, 'lti-platform.removed', platform, {});
    return this.own(operation);
  }

  /** @throws NotFoundError before the first platform is registered; ConflictError when it was changed too often */
  async changeKey(operation: Operation): Promise<LtiToolType> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    await this.keys.change(tx, organization.id, operation.startedAt);
    await putOnRecord(operation, {
      action: 'lti-key.changed',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: {},
    });
    return this.own(operation);
  }

  private checked(input: LtiPlatformInput) {
    const text = (field: 'name' | 'issuer' | 'clientId' | 'deploymentId', limit: number) =>
      checkedText(input[field], {
        field,
        least: 1,
        limit,
        message: `Enter 1 to ${limit} characters, as the platform shows them.`,
      });
    return {
      name: text('name', 100),
      // Compared to the letter: the platform names itself exactly so.
      issuer: text('issuer', 255),
      clientId: text('clientId', 255),
      deploymentId: text('deploymentId', 255),
      authorizationUrl: this.checkedUrl(input, 'authorizationUrl'),
      tokenUrl: this.checkedUrl(input, 'tokenUrl'),
      jwksUrl: this.checkedUrl(input, 'jwksUrl'),
    };
  }

  private checkedUrl(input: LtiPlatformInput, field: 'authorizationUrl' | 'tokenUrl' | 'jwksUrl'): string {
    const url = z.url().max(URL_LIMIT).safeParse(input[field].trim());
    const { protocol, host } = url.success ? new URL(url.data) : {};
    if (url.success && (protocol === 'https:' || host === this.config.LTI_TEST_HOST)) return url.data;
    throw new BadUserInputError('Enter the https address that the platform shows.', { field });
  }

  private async audit(operation: Operation, action: string, platform: LtiPlatform, detail: object) {
    await putOnRecord(operation, {
      action,
      subjectType: 'lti-platform',
      subjectId: platform.id,
      detail: { name: platform.name, ...detail },
    });
  }
}

/** @throws BadUserInputError for a role that no launch may give */
function admissionOf({ admitsPeople, highestRole }: Omit<LtiAdmissionInput, 'platformId'>): {
  admitsPeople: boolean;
  highestRole: LaunchRole;
} {
  const known = LAUNCH_ROLES.find((role) => role === highestRole);
  if (!known)
    throw new BadUserInputError(`A launch gives ${LAUNCH_ROLES.join(', ')} at most. Choose one of these.`, {
      field: 'highestRole',
    });
  return { admitsPeople, highestRole: known };
}
