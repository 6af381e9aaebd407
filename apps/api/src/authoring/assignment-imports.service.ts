import { Injectable } from '@nestjs/common';
import { completeUpload, consumeUpload, createImport, importById, importPage, ownUpload } from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  IMPORT_LIMITS,
  importProblem,
  importReport,
  rejectUpload,
} from '@holdout/domain';
import { importAssignment, JobQueues } from '@holdout/jobs';
import { ArtifactStore } from '@holdout/storage';
import { z } from 'zod';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { UploadFiles } from '../uploads/upload-files.js';
import type {
  AssignmentImportConnectionType,
  AssignmentImportType,
  ImportAssignmentInput,
} from './assignment-imports.types.js';

const FOLDER_NAME = /^[\p{L}\p{N}._ -]{1,100}$/u;

@Injectable()
export class AssignmentImportsService {
  constructor(
    private readonly files: UploadFiles,
    private readonly passing: ArtifactStore,
    private readonly queues: JobQueues,
  ) {}

  /**
   * Turns a complete upload into a waiting import. Whatever refuses it leaves the upload as it was; the archive is opened
   * by the worker only.
   * @throws BadUserInputError; NotFoundError; RateLimitedError; ConflictError when the upload is incomplete or was used
   */
  async begin(operation: Operation, input: ImportAssignmentInput): Promise<AssignmentImportType> {
    const { organization, userId } = await operation.member();
    const { uploadId, folderName, publish } = input;
    if (!FOLDER_NAME.test(folderName)) {
      const message = 'A folder name has letters, digits, dots, dashes and blanks, at most 100.';
      throw new BadUserInputError(message, { field: 'folderName', limit: 100 });
    }
    const archive = await this.storedArchive(operation, uploadId);
    const tx = await operation.tx();
    await completeUpload(tx, uploadId, operation.startedAt);
    await consumeUpload(tx, uploadId, userId, operation.startedAt);
    const row = await createImport(tx, {
      organizationId: organization.id,
      requestedBy: userId,
      folderName,
      publish,
      ...archive,
    });
    await putOnRecord(operation, {
      action: 'assignment-import.requested',
      subjectType: 'assignment-import',
      subjectId: row.id,
      detail: { folderName, publish, archiveDigest: archive.archiveDigest },
    });
    // If the job is lost, a worker adds another one.
    operation.afterCommit(() =>
      importAssignment.add(this.queues, { organizationId: organization.id, id: row.id }),
    );
    operation.afterCommit(() => this.files.remove(uploadId));
    return importView(row);
  }

  /** @throws NotFoundError */
  async one(operation: Operation, id: string): Promise<AssignmentImportType> {
    return importView(await importById(await operation.tx(), id));
  }

  /** The organization's imports, newest first. @throws BadUserInputError for a page that is too large */
  async page(
    operation: Operation,
    first: number,
    after: string | null,
  ): Promise<AssignmentImportConnectionType> {
    const page = { first: checkedPageSize(first), after };
    const { rows, hasNextPage } = await importPage(await operation.tx(), page);
    const nodes = rows.map(importView);
    return { nodes, pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null } };
  }

  /** Checks and stores the archive with no transaction open meanwhile: it may be large. */
  private async storedArchive(operation: Operation, uploadId: string) {
    const { userId } = await operation.member();
    const upload = await operation.briefly((tx) => ownUpload(tx, uploadId, userId, operation.startedAt));
    if (upload.consumedAt)
      throw new ConflictError('This upload has already been used. Upload the archive again.');
    const { head, size } = await this.files.start(upload.id);
    if (size !== upload.bytes) throw new ConflictError('The upload is not complete. Resume it, then import.');
    const rejection = rejectUpload(head, size, IMPORT_LIMITS);
    if (rejection) throw new BadUserInputError(rejection.message, { field: 'uploadId' });
    const stored = await this.passing.put(this.files.read(upload.id));
    return { archiveDigest: stored.digest, archiveBytes: stored.size };
  }
}

/** An import as clients see it. */
export function importView({
  problems,
  report,
  ...row
}: Awaited<ReturnType<typeof importById>>): AssignmentImportType {
  return {
    ...row,
    problems: z.array(importProblem).parse(problems),
    report: importReport.nullable().parse(report),
  };
}
