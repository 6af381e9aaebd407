import { Injectable } from '@nestjs/common';
import { Database, organizationSettings, setOrganizationLook } from '@holdout/db';
import {
  ACCENTS,
  BadUserInputError,
  figureTypeOf,
  NotFoundError,
  ORGANIZATION_LIMITS as MAX,
} from '@holdout/domain';
import { BlobStore } from '@holdout/storage';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { brandingOf } from './branding.js';
import type { OrganizationSettingsInput, OrganizationSettingsType } from './organizations.types.js';
import { checkedName } from './place-rules.js';

/** What an organization's own admins say of it: its name, its colour and its logo. */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
  ) {}

  async shown(operation: Operation): Promise<OrganizationSettingsType> {
    const { organization } = await operation.member();
    const { id, slug, name, accent, logoDigest } = await organizationSettings(
      await operation.tx(),
      organization.id,
    );
    return { id, slug, name, ...brandingOf(slug, { accent, logo: logoDigest }) };
  }

  /** @throws BadUserInputError */
  async set(operation: Operation, input: OrganizationSettingsInput): Promise<OrganizationSettingsType> {
    const after = { name: checkedName(input.name), accent: ACCENTS[ACCENTS.indexOf(input.accent)] ?? 'TEAL' };
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const { name, accent } = await organizationSettings(tx, organization.id);
    await setOrganizationLook(tx, organization.id, after);
    await putOnRecord(operation, {
      action: 'organization.changed',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { before: { name, accent }, after },
    });
    return this.shown(operation);
  }

  /** @throws BadUserInputError for what is too large, or no picture */
  async setLogo(operation: Operation, content: Buffer): Promise<void> {
    if (content.length > MAX.logoBytes)
      throw new BadUserInputError(`A logo has ${MAX.logoBytes / 1024} KiB at most. Make it smaller.`, {
        field: 'logo',
        limit: MAX.logoBytes,
      });
    const logoType = figureTypeOf(content);
    if (logoType === null)
      throw new BadUserInputError('This is not a PNG, JPEG or WebP file. Save the logo as one of these.', {
        field: 'logo',
      });
    const { digest: logoDigest } = await this.blobs.put(content);
    await this.change(operation, { logoDigest, logoType }, 'organization.logo-set');
  }

  async removeLogo(operation: Operation): Promise<OrganizationSettingsType> {
    await this.change(operation, { logoDigest: null, logoType: null }, 'organization.logo-removed');
    return this.shown(operation);
  }

  /**
   * The logo of the organization with this slug; anyone may see it.
   * @throws NotFoundError
   */
  async logo(slug: string): Promise<{ mediaType: string; content: Buffer }> {
    const look = await this.database.system.lookOf(slug);
    if (!look?.logoDigest || !look.logoType) throw new NotFoundError('The logo');
    return { mediaType: look.logoType, content: await this.blobs.getBuffer(look.logoDigest) };
  }

  private async change(
    operation: Operation,
    logo: { logoDigest: string | null; logoType: string | null },
    action: string,
  ): Promise<void> {
    const { organization } = await operation.member();
    await setOrganizationLook(await operation.tx(), organization.id, logo);
    await putOnRecord(operation, {
      action,
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { digest: logo.logoDigest },
    });
  }
}
