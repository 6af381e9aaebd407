import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database, draftToProfile, finishProfile, publishedVersion, type ProfileEnd } from '@holdout/db';
import { draftSettings, suggestedSettings } from '@holdout/domain';
import {
  assignmentDefinition,
  factsOf,
  fittingTemplates,
  GraderFaultError,
  problemOf,
  profileTable,
  type GradingDeps,
} from '@holdout/grading';
import { ArtifactStore, BlobStore, holderOf, Vault } from '@holdout/storage';
import { kitDigestOf, unpackKit } from '../publishing/calibration-kit.js';
import { GRADING_DEPS } from '../platform/tokens.js';
import { retried } from './retried.js';

type DraftRow = NonNullable<Awaited<ReturnType<typeof draftToProfile>>>;

/** Profiles a draft's data, and suggests what its columns mean. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly passing: ArtifactStore,
    private readonly vault: Vault,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    private readonly logger: PinoLogger,
  ) {}

  async run({ organizationId, id }: { organizationId: string; id: string }): Promise<void> {
    const context = { organizationId, userId: null };
    const row = await this.database.inTenant(context, (tx) => draftToProfile(tx, id));
    // The draft was discarded, or another worker has profiled it.
    if (!row) return;
    const end = await this.endOf(row);
    await this.database.inTenant(context, (tx) => finishProfile(tx, id, end, new Date()));
    this.logger.info({ draftId: id, status: end.status }, 'the data of a draft was looked at');
  }

  private async endOf(row: DraftRow): Promise<ProfileEnd> {
    try {
      return await this.profiled(row);
    } catch (error) {
      if (error instanceof GraderFaultError)
        return { status: 'UNREADABLE', problems: [problemOf(`data/${row.fileName}`, error.message)] };
      this.logger.error({ err: error, draftId: row.id }, 'the data of a draft could not be looked at');
      const message =
        'The platform failed while it looked at the data. Upload it again; if it fails again, tell your operator the id of the draft.';
      return { status: 'FAILED', error: message };
    }
  }

  /** @throws GraderFaultError */
  private async profiled(row: DraftRow): Promise<ProfileEnd> {
    const { fileName, baseVersionId } = row;
    if (baseVersionId) return this.profiledVersion(row, baseVersionId);
    const digest = row.dataDigest ?? '';
    // Uploads of older deployments were stored among the permanent content.
    const holder = await holderOf(digest, [this.passing, this.blobs]);
    const { table, problems } = await this.tableOf(row, await holder.getBuffer(digest));
    if (!table) return { status: 'UNREADABLE', problems };
    const profile = { table, templates: await fittingTemplates(table) };
    return { status: 'EDITED', profile, settings: suggestedSettings(table, fileName) };
  }

  /** For a draft of a further version: its data as published, and the settings that apply where the author changes nothing. */
  private async profiledVersion(row: DraftRow, baseVersionId: string): Promise<ProfileEnd> {
    const { organizationId, fileName } = row;
    const base = await this.database.inTenant({ organizationId, userId: null }, (tx) =>
      publishedVersion(tx, baseVersionId),
    );
    const definition = assignmentDefinition.parse(base.definition);
    const kit = await unpackKit(await this.vault.getBuffer(kitDigestOf(definition)));
    const { table, problems } = await this.tableOf(row, kit.data.get(fileName) ?? Buffer.alloc(0));
    if (!table) return { status: 'UNREADABLE', problems };
    const profile = { table, templates: [factsOf(definition.template, definition)] };
    // The scorer's source is in the vault, which only a worker can read.
    const scorer = kit.scorer?.toString('utf8') ?? '';
    return { status: 'EDITED', profile, settings: { ...draftSettings.parse(row.settings), scorer } };
  }

  private tableOf({ id, organizationId, fileName }: DraftRow, bytes: Buffer) {
    const labels = { runId: `draft-${id}`, organizationId };
    return retried(() => profileTable(this.deps, { name: fileName, bytes }, labels));
  }
}
