import { Inject, Injectable } from '@nestjs/common';
import {
  addLtiKey,
  Database,
  ltiKey,
  LtiSecrets,
  newId,
  publishedLtiKeys,
  retireLtiKey,
  type Tx,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { makeToolKey, openToolKey, type ToolKey } from '@holdout/lti';
import { API_CONFIG, type ApiConfig } from '../settings.js';

/** What organizations sign with towards their platforms. */
@Injectable()
export class LtiKeysService {
  readonly secrets: LtiSecrets;

  constructor(
    private readonly database: Database,
    @Inject(API_CONFIG) config: ApiConfig,
  ) {
    this.secrets = new LtiSecrets(config.HOLDOUT_DEPLOYMENT_SECRET);
  }

  /** Makes the organization's key if it has none. */
  async ensure(tx: Tx, organizationId: string): Promise<void> {
    if (!(await ltiKey(tx))) await this.make(tx, organizationId);
  }

  /**
   * Another key signs from now on; the one before stays published while what it signed is checked.
   * @throws NotFoundError before the first platform is registered; ConflictError when too many were changed of late
   */
  async change(tx: Tx, organizationId: string, now: Date): Promise<void> {
    if (!(await ltiKey(tx))) throw new NotFoundError('The key towards platforms');
    await retireLtiKey(tx, now);
    await this.make(tx, organizationId);
  }

  /** @throws NotFoundError before the first platform is registered */
  async open(tx: Tx): Promise<ToolKey> {
    const key = await ltiKey(tx);
    if (!key) throw new NotFoundError('The key towards platforms');
    return openToolKey(key.id, this.secrets.unseal(key.id, key.sealedPrivateKey));
  }

  /** The public halves, as a JSON Web Key Set. @throws NotFoundError */
  async published(slug: string): Promise<{ keys: unknown[] }> {
    const organization = await this.database.system.organizationBySlug(slug);
    if (!organization) throw new NotFoundError('The organization');
    const keys = await this.database.inTenant({ organizationId: organization.id, userId: null }, (tx) =>
      publishedLtiKeys(tx, new Date()),
    );
    return { keys: keys.map(({ publicJwk }) => publicJwk) };
  }

  private async make(tx: Tx, organizationId: string): Promise<void> {
    const id = newId();
    const { publicJwk, privateText } = await makeToolKey(id);
    await addLtiKey(tx, {
      id,
      organizationId,
      publicJwk,
      sealedPrivateKey: this.secrets.seal(id, privateText),
    });
  }
}
