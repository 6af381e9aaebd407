import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database, exportById, finishExport, recordAudit } from '@holdout/db';
import { tarGz } from '@holdout/grading';
import { BlobStore, sealFor, Vault } from '@holdout/storage';
import { exportedFiles, partsOf } from './export-folder.js';

/** Seals a published version's folder for the instructor who asked for it. Hidden data leaves the vault in no other way. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly vault: Vault,
    private readonly logger: PinoLogger,
  ) {}

  async run({ organizationId, id }: { organizationId: string; id: string }): Promise<void> {
    const context = { organizationId, userId: null };
    const { request, version } = await this.database.inTenant(context, async (tx) => {
      const found = await exportById(tx, id);
      return { request: found, version: await partsOf(tx, found.assignmentVersionId) };
    });
    if (request.finishedAt) return;
    try {
      const files = await exportedFiles(version, { blobs: this.blobs, vault: this.vault });
      const folder = await tarGz(files);
      const { sealed, senderKey } = sealFor(request.recipientKey, folder);
      const { digest } = await this.blobs.put(sealed);
      await this.database.inTenant(context, async (tx) => {
        await finishExport(tx, id, { status: 'READY', sealedDigest: digest, senderKey }, new Date());
        await recordAudit(tx, {
          organizationId,
          actorId: request.requestedBy,
          action: 'assignment.exported',
          subjectType: 'assignment-version',
          subjectId: request.assignmentVersionId,
          detail: { exportId: id, bytes: folder.length },
        });
      });
    } catch (error) {
      this.logger.error({ err: error, exportId: id }, 'an export failed');
      const message = 'The folder could not be put together. Tell your operator the id of the export.';
      await this.database.inTenant(context, (tx) =>
        finishExport(tx, id, { status: 'FAILED', error: message }, new Date()),
      );
    }
  }
}
