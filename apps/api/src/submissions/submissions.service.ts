import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  completeUpload,
  consumeUpload,
  createWithRun,
  Database,
  latestVersion,
  ownUpload,
} from '@holdout/db';
import { AssignmentClosedError, BadUserInputError, ConflictError, rejectUpload } from '@holdout/domain';
import { JobQueues, gradeRun } from '@holdout/jobs';
import { BlobStore } from '@holdout/storage';
import { shownDefinition } from '../assignments/definition.js';
import type { Operation } from '../operation/operation.js';
import { UploadFiles } from '../uploads/upload-files.js';
import type { SubmitInput } from './submissions.inputs.js';
import { archiveLimits, checkedDeclaration, submittableKind } from './submit-rules.js';

@Injectable()
export class SubmissionsService {
  constructor(
    private readonly files: UploadFiles,
    private readonly blobs: BlobStore,
    private readonly queues: JobQueues,
    private readonly database: Database,
  ) {}

  /**
   * Turns a complete upload into a submission with a waiting run. Whatever refuses it leaves the upload as it was.
   * @throws BadUserInputError for the archive; NotFoundError, NotEnrolledError, AssignmentClosedError,
   *   AttemptsUsedUpError, TooManyRunsError; ConflictError when the upload is incomplete or was used
   */
  async submit(operation: Operation, input: SubmitInput) {
    const member = await operation.member();
    const kind = submittableKind(member, input.kind);
    const declaration = checkedDeclaration(input.declaration ?? null);
    const { assignmentSlug, uploadId } = input;
    const archive = await this.storedArchive(operation, assignmentSlug, uploadId);
    const tx = await operation.tx();
    await completeUpload(tx, uploadId, operation.startedAt);
    await consumeUpload(tx, uploadId, member.userId, operation.startedAt);
    const { submission, run } = await createWithRun(tx, {
      organizationId: member.organization.id,
      studentId: member.userId,
      assignmentSlug,
      kind,
      archive,
      declaration,
      now: operation.startedAt,
    });
    // If the ticket is lost, the sweeper adds another one.
    operation.afterCommit(() => gradeRun.add(this.queues, { runId: run.id, attempt: 1 }));
    // The run's place should be known at once, even if no worker has time.
    operation.afterCommit(() => this.database.system.followQueue());
    operation.afterCommit(() => this.files.remove(uploadId));
    return submission;
  }

  /** Checks and stores the archive with no transaction open meanwhile: it may be large. */
  private async storedArchive(operation: Operation, assignmentSlug: string, uploadId: string) {
    const { userId } = await operation.member();
    const { upload, limits } = await operation.briefly(async (tx) => {
      const assignment = await assignmentBySlug(tx, assignmentSlug);
      const found = await ownUpload(tx, uploadId, userId, operation.startedAt);
      if (found.consumedAt)
        throw new ConflictError('This upload has already been submitted. Upload the archive again.');
      const version = await latestVersion(tx, assignment.id);
      if (!version) throw new AssignmentClosedError(assignment.title, 'It has not been published yet.');
      return { upload: found, limits: archiveLimits(assignment, shownDefinition.parse(version.definition)) };
    });
    const { head, size } = await this.files.start(upload.id);
    // Asked of the bytes themselves: a crash may have come between the last of them and the note in the database.
    if (size !== upload.bytes) throw new ConflictError('The upload is not complete. Resume it, then submit.');
    const rejection = rejectUpload(head, size, limits);
    if (rejection) throw new BadUserInputError(rejection.message, { field: 'uploadId' });
    const stored = await this.blobs.put(this.files.read(upload.id));
    return { digest: stored.digest, bytes: stored.size, fileName: upload.fileName };
  }
}
