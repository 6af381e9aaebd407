import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  completeUpload,
  consumeUpload,
  createDraft,
  discardDraft,
  draftById,
  latestVersion,
  newestDrafts,
  newestImportOf,
  ownUpload,
  publishedVersion,
  requireEdited,
  saveDraft,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  draftDataName,
  draftProfile,
  draftSettings,
  importProblem,
  NotFoundError,
  ofFurtherVersion,
  versionSettings,
  type DraftSettings,
} from '@holdout/domain';
import { JobQueues, profileDataset } from '@holdout/jobs';
import { ArtifactStore } from '@holdout/storage';
import { z } from 'zod';
import type { Operation } from '../operation/operation.js';
import { UploadFiles } from '../uploads/upload-files.js';
import { importView } from './assignment-imports.service.js';
import { auditDraft } from './draft-audit.js';
import type { AssignmentDraftLineType, AssignmentDraftType } from './assignment-drafts.types.js';
import type { AssignmentDraftSettingsType } from './draft-settings.types.js';

type DraftRow = Awaited<ReturnType<typeof draftById>>;

/** Assignments that are written in the browser, until they are published. They belong to the organization's authors together. */
@Injectable()
export class AssignmentDraftsService {
  constructor(
    private readonly files: UploadFiles,
    private readonly passing: ArtifactStore,
    private readonly queues: JobQueues,
  ) {}

  /**
   * Begins a draft on a complete upload; the worker looks at the data.
   * @throws BadUserInputError; NotFoundError; RateLimitedError; ConflictError when the upload is incomplete or was used
   */
  async begin(operation: Operation, uploadId: string): Promise<AssignmentDraftType> {
    const { organization, userId } = await operation.member();
    const data = await this.storedData(operation, uploadId);
    const tx = await operation.tx();
    await completeUpload(tx, uploadId, operation.startedAt);
    await consumeUpload(tx, uploadId, userId, operation.startedAt);
    const row = await createDraft(tx, {
      organizationId: organization.id,
      authorId: userId,
      settings: draftSettings.parse({}),
      ...data,
    });
    await auditDraft(tx, operation, row.id, 'begun', data);
    // If the job is lost, a worker adds another one.
    operation.afterCommit(() =>
      profileDataset.add(this.queues, { organizationId: organization.id, id: row.id }),
    );
    operation.afterCommit(() => this.files.remove(uploadId));
    return this.viewOf(operation, row);
  }

  /**
   * Begins the next version of an assignment on its newest one. Its data stays in the vault; the worker looks at it there.
   * @throws NotFoundError; RateLimitedError; BadUserInputError for a kind that no form asks for
   */
  async beginVersion(operation: Operation, slug: string): Promise<AssignmentDraftType> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const base = await latestVersion(tx, (await assignmentBySlug(tx, slug)).id);
    if (!base) throw new NotFoundError(`A published version of "${slug}"`);
    const published = versionSettings(base.definition, base.brief);
    if (!published) {
      const message = `"${slug}" is not written in the browser. Export its folder, change it and import it: holdout assignment export ${slug}.`;
      throw new BadUserInputError(message, { field: 'slug' });
    }
    const row = await createDraft(tx, {
      organizationId: organization.id,
      authorId: userId,
      fileName: published.fileName,
      settings: published.settings,
      baseVersionId: base.id,
    });
    await auditDraft(tx, operation, row.id, 'begun', { slug, version: base.version });
    operation.afterCommit(() =>
      profileDataset.add(this.queues, { organizationId: organization.id, id: row.id }),
    );
    return this.viewOf(operation, row);
  }

  /** @throws NotFoundError */
  async one(operation: Operation, id: string): Promise<AssignmentDraftType> {
    return this.viewOf(operation, await draftById(await operation.tx(), id));
  }

  /** Last changed first. */
  async all(operation: Operation): Promise<AssignmentDraftLineType[]> {
    const rows = await newestDrafts(await operation.tx());
    return rows.map(({ settings, ...row }) => {
      const { title, slug } = draftSettings.parse(settings);
      return { ...row, title, slug };
    });
  }

  /** Keeps what the author has said. @throws NotFoundError; ConflictError; BadUserInputError */
  async save(
    operation: Operation,
    id: string,
    input: AssignmentDraftSettingsType,
  ): Promise<AssignmentDraftType> {
    const tx = await operation.tx();
    const draft = requireEdited(await draftById(tx, id));
    const settings = checkedSettings(input);
    const said = draft.baseVersionId
      ? ofFurtherVersion(settings, draftSettings.parse(draft.settings))
      : settings;
    return this.viewOf(operation, await saveDraft(tx, draft, said, operation.startedAt));
  }

  /** @throws NotFoundError */
  async discard(operation: Operation, id: string): Promise<boolean> {
    const tx = await operation.tx();
    await discardDraft(tx, id);
    await auditDraft(tx, operation, id, 'discarded');
    return true;
  }

  private async viewOf(operation: Operation, row: DraftRow): Promise<AssignmentDraftType> {
    const tx = await operation.tx();
    const newest = await newestImportOf(tx, row.id);
    const base = row.baseVersionId ? await publishedVersion(tx, row.baseVersionId) : null;
    return {
      ...row,
      follows: base?.version ?? null,
      settings: draftSettings.parse(row.settings),
      profile: draftProfile.nullable().parse(row.profile),
      problems: z.array(importProblem).parse(row.problems),
      newestImport: newest && importView(newest),
    };
  }

  /** Stores the data with no transaction open meanwhile: it may be large. Only the worker looks into it. */
  private async storedData(operation: Operation, uploadId: string) {
    const { userId } = await operation.member();
    const upload = await operation.briefly((tx) => ownUpload(tx, uploadId, userId, operation.startedAt));
    if (upload.consumedAt)
      throw new ConflictError('This upload has already been used. Upload the data again.');
    const fileName = draftDataName(upload.fileName);
    if (!fileName) {
      const message =
        'The data is a .csv, .csv.gz or .parquet table, or images in an .npz file. Save it as one of these.';
      throw new BadUserInputError(message, { field: 'uploadId' });
    }
    const { size } = await this.files.start(upload.id);
    if (size !== upload.bytes) throw new ConflictError('The upload is not complete. Resume it first.');
    const stored = await this.passing.put(this.files.read(upload.id));
    return { fileName, dataDigest: stored.digest, dataBytes: stored.size };
  }
}

/** @throws BadUserInputError naming the first setting that is out of bounds */
function checkedSettings(input: AssignmentDraftSettingsType): DraftSettings {
  const checked = draftSettings.safeParse(input);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const field = issue?.path.map(String).join('.') ?? 'settings';
  throw new BadUserInputError(`${field}: ${issue?.message ?? 'is not allowed'}.`, { field });
}
