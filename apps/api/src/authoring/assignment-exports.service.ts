import { Injectable } from '@nestjs/common';
import { assignmentBySlug, createExport, exportById, publishedVersionNumber } from '@holdout/db';
import { BadUserInputError, ConflictError, NotFoundError } from '@holdout/domain';
import { exportAssignment, JobQueues } from '@holdout/jobs';
import { BlobStore, readBoxKey } from '@holdout/storage';
import type { Readable } from 'node:stream';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import type { ExportAssignmentInput } from './assignment-exports.types.js';

/** Exports are asked for here and made by the worker, sealed: this app never sees what is in one. */
@Injectable()
export class AssignmentExportsService {
  constructor(
    private readonly queues: JobQueues,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws NotFoundError, BadUserInputError, RateLimitedError */
  async begin(operation: Operation, { assignmentSlug, version, recipientKey }: ExportAssignmentInput) {
    const { organization, userId } = await operation.member();
    if (!readBoxKey(recipientKey)) {
      const message = 'The key is not an X25519 public key (SPKI, base64). Make a key pair for this export.';
      throw new BadUserInputError(message, { field: 'recipientKey' });
    }
    const tx = await operation.tx();
    const assignment = await assignmentBySlug(tx, assignmentSlug);
    const found = await publishedVersionNumber(tx, assignment.id, version ?? null);
    if (!found) throw new NotFoundError(`A published version of "${assignmentSlug}"`);
    const row = await createExport(
      tx,
      {
        organizationId: organization.id,
        requestedBy: userId,
        assignmentVersionId: found.id,
        recipientKey,
      },
      operation.startedAt,
    );
    await putOnRecord(operation, {
      action: 'assignment-export.requested',
      subjectType: 'assignment-version',
      subjectId: found.id,
      detail: { exportId: row.id, slug: assignmentSlug, version: found.version },
    });
    operation.afterCommit(() =>
      exportAssignment.add(this.queues, { organizationId: organization.id, id: row.id }),
    );
    return row;
  }

  /** Someone's own export. @throws NotFoundError for anybody else's */
  async own(operation: Operation, id: string) {
    const { userId } = await operation.member();
    const row = await exportById(await operation.tx(), id);
    if (row.requestedBy !== userId) throw new NotFoundError('The export');
    return row;
  }

  /**
   * The encrypted folder.
   * @throws NotFoundError, ConflictError while it is not ready
   */
  async sealed(operation: Operation, id: string): Promise<Readable> {
    const { status, sealedDigest } = await this.own(operation, id);
    if (!sealedDigest) throw new ConflictError(`The export is ${status}. Wait until it is READY.`);
    return this.blobs.get(sealedDigest);
  }
}
