import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  completeUpload,
  createUpload,
  giveUpUpload,
  latestVersion,
  ownUpload,
  uploadedBytes,
} from '@holdout/db';
import {
  AssignmentClosedError,
  BadUserInputError,
  DRAFT_LIMITS,
  IMPORT_LIMITS,
  RateLimitedError,
  rejectUpload,
  type ArchiveLimits,
} from '@holdout/domain';
import { shownDefinition } from '../assignments/definition.js';
import { authorize } from '../operation/access.js';
import { AUTHORS } from '../operation/viewer.js';
import type { Operation } from '../operation/operation.js';
import { UPLOAD_LIFETIME_MS } from './upload-files.js';
import type { UploadRequest } from './upload-request.js';

const MIB = 1024 * 1024;

/** Uploads of one person that are under way or not yet submitted, together. */
const QUOTA_BYTES = 1024 * 1024 * 1024;

/** Enough of an archive for the size to be judged before any byte arrived. */
const SOME_ARCHIVE = new Uint8Array([0x1f, 0x8b]);

@Injectable()
export class UploadsService {
  /**
   * Binds a new upload to its viewer and organization, before the first byte.
   * @throws NotFoundError, AssignmentClosedError, ForbiddenError, BadUserInputError when too large, RateLimitedError over
   *   the quota
   */
  async begin(operation: Operation, id: string, request: UploadRequest): Promise<void> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    await checkSize(operation, request);
    const used = await uploadedBytes(tx, userId, operation.startedAt);
    if (used + request.bytes > QUOTA_BYTES) {
      throw new RateLimitedError(
        'You have too many uploads that were not submitted. Submit or cancel one; unused ones go away after a day.',
        { limit: QUOTA_BYTES },
      );
    }
    await createUpload(tx, {
      id,
      organizationId: organization.id,
      userId,
      bytes: request.bytes,
      fileName: request.fileName,
      expiresAt: new Date(operation.startedAt.getTime() + UPLOAD_LIFETIME_MS),
    });
  }

  /** The viewer's own upload. @throws NotFoundError for anybody else's */
  async own(operation: Operation, id: string) {
    const { userId } = await operation.member();
    return ownUpload(await operation.tx(), id, userId, operation.startedAt);
  }

  async complete(operation: Operation, id: string): Promise<void> {
    await operation.briefly((tx) => completeUpload(tx, id, operation.startedAt));
  }

  async giveUp(operation: Operation, id: string): Promise<void> {
    const { userId } = await operation.member();
    await operation.briefly((tx) => giveUpUpload(tx, id, userId, operation.startedAt));
  }
}

/** @throws BadUserInputError when it is too large; NotFoundError, AssignmentClosedError, ForbiddenError */
async function checkSize(operation: Operation, { purpose, bytes }: UploadRequest): Promise<void> {
  if (purpose.kind === 'dataset') {
    await authorize(operation, { kind: 'roles', roles: AUTHORS });
    const limit = DRAFT_LIMITS.dataBytes;
    if (bytes <= limit) return;
    const message = `The dataset has more than ${limit / MIB} MiB. Compress it, drop rows, or bring it as a folder with holdout assignment import.`;
    throw new BadUserInputError(message, { field: 'Upload-Length', limit });
  }
  const limits = await limitsOf(operation, purpose);
  const rejection = rejectUpload(SOME_ARCHIVE, bytes, limits);
  if (rejection)
    throw new BadUserInputError(rejection.message, { field: 'Upload-Length', limit: limits.archiveBytes });
}

type ArchivePurpose = Exclude<UploadRequest['purpose'], { kind: 'dataset' }>;

/** How large an archive of this purpose may be. @throws NotFoundError, AssignmentClosedError, ForbiddenError */
async function limitsOf(operation: Operation, purpose: ArchivePurpose): Promise<ArchiveLimits> {
  if (purpose.kind === 'import') {
    await authorize(operation, { kind: 'roles', roles: AUTHORS });
    return IMPORT_LIMITS;
  }
  const tx = await operation.tx();
  const assignment = await assignmentBySlug(tx, purpose.assignmentSlug);
  const version = await latestVersion(tx, assignment.id);
  if (!version) throw new AssignmentClosedError(assignment.title, 'It has not been published yet.');
  return shownDefinition.parse(version.definition).limits;
}
