import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database, draftToProfile, finishProfile, type ProfileEnd } from '@holdout/db';
import { suggestedSettings } from '@holdout/domain';
import {
  GraderFaultError,
  problemOf,
  profileTable,
  tableTemplates,
  type GradingDeps,
} from '@holdout/grading';
import { BlobStore } from '@holdout/storage';
import { GRADING_DEPS } from '../platform/tokens.js';
import { retried } from './retried.js';

type DraftRow = NonNullable<Awaited<ReturnType<typeof draftToProfile>>>;

/** Looks at the data of a draft, and says what its columns suggest. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    private readonly logger: PinoLogger,
  ) {}

  async run({ organizationId, id }: { organizationId: string; id: string }): Promise<void> {
    const context = { organizationId, userId: null };
    const row = await this.database.inTenant(context, (tx) => draftToProfile(tx, id));
    // Discarded meanwhile, or looked at by another worker.
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
  private async profiled({ id, organizationId, fileName, dataDigest }: DraftRow): Promise<ProfileEnd> {
    const file = { name: fileName, bytes: await this.blobs.getBuffer(dataDigest) };
    const labels = { runId: `draft-${id}`, organizationId };
    const { table, problems } = await retried(() => profileTable(this.deps, file, labels));
    if (!table) return { status: 'UNREADABLE', problems };
    const profile = { table, templates: await tableTemplates() };
    return { status: 'EDITED', profile, settings: suggestedSettings(table, fileName) };
  }
}
