import { Injectable } from '@nestjs/common';
import {
  createImport,
  draftById,
  figuresIn,
  hasAssignment,
  newestImportOf,
  requireEdited,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  draftOpening,
  draftProfile,
  draftSettings,
  missingDeclarations,
  withFolderFigures,
  type KeptFigure,
} from '@holdout/domain';
import { importAssignment, JobQueues } from '@holdout/jobs';
import { ArtifactStore, BlobStore, holderOf } from '@holdout/storage';
import { Readable } from 'node:stream';
import { checkDates } from '../cohorts/plan-rules.js';
import type { Operation } from '../operation/operation.js';
import { importView } from './assignment-imports.service.js';
import type { AssignmentImportType } from './assignment-imports.types.js';
import { auditDraft } from './draft-audit.js';
import { draftFolder } from './draft-folder.js';

const DECLARE = {
  licence: 'State the licence of the data, such as CC-BY-4.0.',
  origin: 'State where the data comes from.',
  personalData: 'State whose data it is and what is sensitive in it, or that it is about nobody.',
  mayBeShown: 'Declare that the rows may be shown to students.',
} as const;

const EXPORTED_BY_COMMAND =
  'The data of a published assignment leaves the vault sealed. Publish the version, then take its folder out with holdout assignment export.';

type DraftRow = Awaited<ReturnType<typeof draftById>>;

/** A draft's folder: checked, published or taken away as any other folder of an assignment. */
@Injectable()
export class DraftImportsService {
  constructor(
    private readonly blobs: BlobStore,
    private readonly passing: ArtifactStore,
    private readonly queues: JobQueues,
  ) {}

  /**
   * Validates and splits the folder; measures and publishes nothing.
   * @throws NotFoundError, ConflictError, RateLimitedError
   */
  async check(operation: Operation, id: string): Promise<AssignmentImportType> {
    return this.import(operation, await this.edited(operation, id), { publish: false });
  }

  /**
   * Imports the folder for good.
   * @throws NotFoundError, ConflictError, RateLimitedError; BadUserInputError where a declaration is missing, the
   *   name is taken or the dates do not fit
   */
  async publish(operation: Operation, id: string): Promise<AssignmentImportType> {
    const row = await this.edited(operation, id);
    const settings = draftSettings.parse(row.settings);
    const [missing] = missingDeclarations(settings);
    if (missing) throw new BadUserInputError(DECLARE[missing], { field: missing });
    // The dates of an assignment that is out are its cohorts'.
    if (!row.baseVersionId) checkDates(draftOpening(settings));
    return this.import(operation, row, { publish: true });
  }

  /** What `holdout assignment import` would take. @throws NotFoundError; ConflictError for a further version, too */
  async folder(operation: Operation, id: string): Promise<{ name: string; content: Readable }> {
    // What a route writes has to be durable before it answers.
    const { row, figures } = await operation.briefly(async (tx) => {
      const found = await draftById(tx, id);
      if (found.status !== 'PUBLISHED') requireEdited(found);
      if (found.baseVersionId) throw new ConflictError(EXPORTED_BY_COMMAND);
      await auditDraft(tx, operation, found.id, 'downloaded');
      return { row: found, figures: await figuresIn(tx, draftSettings.parse(found.settings).brief) };
    });
    return { name: `${nameOf(row)}.tar.gz`, content: await this.folderOf(row, figures) };
  }

  private async edited(operation: Operation, id: string): Promise<DraftRow> {
    return operation.briefly(async (tx) => {
      const row = requireEdited(await draftById(tx, id));
      const { slug } = draftSettings.parse(row.settings);
      if (!row.baseVersionId && (await hasAssignment(tx, slug))) {
        const message = `There is an assignment "${slug}" already. Choose another name, or begin its next version on its page.`;
        throw new BadUserInputError(message, { field: 'slug' });
      }
      const newest = await newestImportOf(tx, row.id);
      if (newest && !newest.finishedAt)
        throw new ConflictError('This draft is already being checked. Wait for the check to finish.');
      return row;
    });
  }

  private async import(operation: Operation, row: DraftRow, { publish }: { publish: boolean }) {
    const { organization, userId } = await operation.member();
    // No transaction is open while the folder is packed: it may be large.
    const { digest, size } = await this.passing.put(await this.packed(row));
    const tx = await operation.tx();
    const made = await createImport(tx, {
      organizationId: organization.id,
      requestedBy: userId,
      folderName: nameOf(row),
      archiveDigest: digest,
      archiveBytes: size,
      publish,
      checksOnly: !publish,
      draftId: row.id,
    });
    await auditDraft(tx, operation, row.id, publish ? 'publish-requested' : 'check-requested', {
      importId: made.id,
      archiveDigest: digest,
    });
    operation.afterCommit(() =>
      importAssignment.add(this.queues, { organizationId: organization.id, id: made.id }),
    );
    return importView(made);
  }

  /** What an import is of: the folder; of a further version what was said, as the worker makes its folder. */
  private async packed(row: DraftRow): Promise<Readable> {
    return row.baseVersionId
      ? Readable.from([Buffer.from(JSON.stringify(draftSettings.parse(row.settings)))])
      : this.folderOf(row);
  }

  /** @param figures those that travel with the folder; within the organization none has to */
  private async folderOf(
    { settings, profile, fileName, ...data }: DraftRow,
    figures: readonly KeptFigure[] = [],
  ): Promise<Readable> {
    if (data.dataDigest === null || data.dataBytes === null) throw new ConflictError(EXPORTED_BY_COMMAND);
    const { rows } = draftProfile.parse(profile).table;
    const said = draftSettings.parse(settings);
    const { text: brief, files } = withFolderFigures(said.brief, figures);
    const pictures = new Map<string, Buffer>();
    for (const { name, digest } of files) pictures.set(name, await this.blobs.getBuffer(digest));
    // Uploads of older deployments were stored among the permanent content.
    const holder = await holderOf(data.dataDigest, [this.passing, this.blobs]);
    const content = await holder.get(data.dataDigest);
    return draftFolder({ ...said, brief }, { fileName, rows, bytes: data.dataBytes, content }, pictures);
  }
}

/** A name for the folder: the slug where the author gave a usable one. */
function nameOf({ id, settings }: DraftRow): string {
  return draftSettings.parse(settings).slug || `draft-${id.slice(0, 8)}`;
}
