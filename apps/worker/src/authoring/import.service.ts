import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  Database,
  draftById,
  finishImport,
  importById,
  markDraftPublished,
  recordAudit,
  recordImportStep,
  type ImportEnd,
} from '@holdout/db';
import {
  AppError,
  draftOpening,
  draftProfile,
  draftSettings,
  type AssignmentImportStep,
} from '@holdout/domain';
import {
  AssignmentInvalidError,
  GraderFaultError,
  OwnScorerError,
  problemOf,
  referencesOf,
  requireImages,
  splitDataset,
  validateAssignment,
  type GradingDeps,
  type LoadedAssignment,
  type SplitDataset,
} from '@holdout/grading';
import { ArtifactStore, BlobStore, holderOf, Vault } from '@holdout/storage';
import {
  anchorsFrom,
  misplaced,
  scaledMetrics,
  type Measurement,
  type ScaledMetric,
} from '../calibration/anchors.js';
import { measureReferences } from '../calibration/measure-references.js';
import { GRADING_DEPS, WORKER_CONFIG } from '../platform/tokens.js';
import { contentOf, digestOf } from '../publishing/assignment-content.js';
import { PublishingService } from '../publishing/publishing.service.js';
import { splitSecret } from '../publishing/split-secret.js';
import { partsOf } from './export-folder.js';
import { findingsOf, trialOf } from './import-report.js';
import { nextVersionFolder } from './next-version-folder.js';
import { openFolder } from './open-folder.js';
import { retried } from './retried.js';

/** Splits to measure before the version is published. The others are measured later, while no student waits. */
const FIRST_SPLITS = 3;

export interface ImportTicket {
  organizationId: string;
  id: string;
}

type ImportRow = Awaited<ReturnType<typeof importById>>;

/** Turns an instructor's upload into an assignment: opens, checks, splits and measures it, and publishes it if asked to. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly passing: ArtifactStore,
    private readonly vault: Vault,
    private readonly publishing: PublishingService,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Runs an import to its end, from the beginning if a killed worker left it unfinished. Does nothing if it has ended
   * already.
   */
  async run({ organizationId, id }: ImportTicket): Promise<void> {
    const row = await this.inTenant(organizationId, (tx) => importById(tx, id));
    if (row.finishedAt) return;
    const end = await this.endOf(row);
    await this.inTenant(organizationId, async (tx) => {
      const now = new Date();
      if (!(await finishImport(tx, id, end, now))) return;
      if (row.publish && row.draftId && end.status === 'SUCCEEDED')
        await markDraftPublished(tx, row.draftId, now);
      await recordAudit(tx, {
        organizationId,
        actorId: row.requestedBy,
        action: 'assignment-import.finished',
        subjectType: 'assignment-import',
        subjectId: id,
        detail: { status: end.status, publish: row.publish },
      });
    });
    this.logger.info({ importId: id, status: end.status }, 'an import has ended');
  }

  private async endOf(row: ImportRow): Promise<ImportEnd> {
    try {
      return await this.work(row);
    } catch (error) {
      if (error instanceof AssignmentInvalidError) return { status: 'REJECTED', problems: error.problems };
      if (error instanceof OwnScorerError) return { status: 'REJECTED', problems: [error.problem] };
      if (error instanceof GraderFaultError || error instanceof AppError)
        return { status: 'REJECTED', problems: [problemOf('assignment.yaml', error.message)] };
      this.logger.error({ err: error, importId: row.id }, 'an import failed');
      const message =
        'The platform failed while it worked on the folder. Import it again; if it fails again, tell your operator the id of the import.';
      return { status: 'FAILED', error: message };
    }
  }

  /** @throws AssignmentInvalidError @throws GraderFaultError @throws AppError */
  private async work(row: ImportRow): Promise<ImportEnd> {
    const labels = { runId: `import-${row.id}`, organizationId: row.organizationId };
    await this.step(row, 'OPEN');
    const folder = await this.folderOf(row, labels);
    await this.step(row, 'CHECK');
    const { loaded, problems, trial } = await retried(() => validateAssignment(this.deps, folder, labels));
    if (!loaded) return { status: 'REJECTED', problems };
    requireImages(this.deps.images, loaded.definition);
    await this.step(row, 'SPLIT');
    const secretHex = splitSecret(this.config.HOLDOUT_DEPLOYMENT_SECRET, row.organizationId);
    const split = await retried(() =>
      splitDataset(this.deps, loaded, { secretHex, splitIndex: 0, ...labels }),
    );
    const measurements = row.checksOnly ? [] : await this.measure(row, loaded, secretHex);
    requirePlaced(scaledMetrics(loaded.definition), measurements);
    const anchors =
      measurements.length > 0
        ? { ...anchorsFrom(loaded.anchors, scaledMetrics(loaded.definition), measurements), source: 'import' }
        : loaded.anchors;
    const { definition } = loaded;
    const report = {
      slug: definition.slug,
      title: definition.title,
      template: definition.template,
      ...findingsOf(definition, split, anchors, measurements.length),
      trial: trial && trialOf(definition, trial),
    };
    if (!row.publish) {
      const definitionDigest = digestOf(await contentOf(loaded));
      const draft = { ...report, definitionDigest, version: null, isNew: false, openedCohorts: 0 };
      return { status: 'SUCCEEDED', report: draft, assignmentVersionId: null };
    }
    const { id, ...published } = await this.publish(row, loaded, split, anchors, measurements);
    return { status: 'SUCCEEDED', report: { ...report, ...published }, assignmentVersionId: id };
  }

  /** The folder to import: the uploaded archive, or, for a further version, the published folder with the author's changes. */
  private async folderOf(row: ImportRow, labels: { runId: string; organizationId: string }) {
    // Uploads of older deployments were stored among the permanent content.
    const holder = await holderOf(row.archiveDigest, [this.passing, this.blobs]);
    const archive = await holder.getBuffer(row.archiveDigest);
    const draft = await this.draftOf(row);
    if (!draft?.baseVersionId) return retried(() => openFolder(this.deps, archive, row.folderName, labels));
    const { baseVersionId, profile } = draft;
    const base = await this.inTenant(row.organizationId, (tx) => partsOf(tx, baseVersionId));
    return nextVersionFolder(base, {
      settings: draftSettings.parse(JSON.parse(archive.toString('utf8'))),
      rows: draftProfile.parse(profile).table.rows,
      blobs: this.blobs,
      vault: this.vault,
    });
  }

  private async draftOf({ organizationId, draftId }: ImportRow) {
    return draftId ? this.inTenant(organizationId, (tx) => draftById(tx, draftId)) : null;
  }

  private async measure(
    row: ImportRow,
    loaded: LoadedAssignment,
    secretHex: string,
  ): Promise<readonly Measurement[]> {
    const references = await referencesOf(loaded);
    if (!references) return [];
    const planned = FIRST_SPLITS * Object.keys(references).length;
    let done = 0;
    const measurements: Measurement[] = [];
    const { definition, anchors, data, scorer } = loaded;
    const labels = { runId: `import-${row.id}`, organizationId: row.organizationId };
    const subject = { ...labels, definition, anchors, data, scorer, references };
    const { signal } = new AbortController();
    for (let index = 0; index < FIRST_SPLITS; index++) {
      await this.step(row, 'MEASURE', { done, planned });
      measurements.push(
        await measureReferences(this.deps, subject, index, secretHex, (work) => retried(() => work(signal))),
      );
      done = measurements.length * Object.keys(references).length;
    }
    await this.step(row, 'MEASURE', { done, planned });
    return measurements;
  }

  private async publish(
    row: ImportRow,
    loaded: LoadedAssignment,
    split: SplitDataset,
    anchors: LoadedAssignment['anchors'],
    measurements: readonly Measurement[],
  ) {
    await this.step(row, 'PUBLISH');
    const opening = await this.openingOf(row);
    return this.publishing.publishLoaded(loaded, {
      ...(opening ? { opening } : {}),
      organizationId: row.organizationId,
      actorId: row.requestedBy,
      ...(measurements.length > 0 ? { measured: { split, anchors, measurements } } : {}),
    });
  }

  /** The opening dates that the draft of a new assignment states. A folder states none. */
  private async openingOf(row: ImportRow) {
    const draft = await this.draftOf(row);
    return draft && !draft.baseVersionId ? draftOpening(draftSettings.parse(draft.settings)) : null;
  }

  private step(
    { organizationId, id }: ImportRow,
    step: AssignmentImportStep,
    progress = { done: 0, planned: 0 },
  ): Promise<void> {
    return this.inTenant(organizationId, (tx) => recordImportStep(tx, id, step, progress));
  }

  private inTenant<T>(
    organizationId: string,
    work: Parameters<typeof this.database.inTenant<T>>[1],
  ): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}

/** @throws AssignmentInvalidError naming metrics whose stated value for 70 points does not fit the measured scale */
function requirePlaced(metrics: readonly ScaledMetric[], measurements: readonly Measurement[]): void {
  if (measurements.length === 0) return;
  const problems = misplaced(metrics, measurements).map(({ name, simpleAt, bound }) =>
    problemOf('assignment.yaml', `${name}: ${simpleAt} cannot be worth 70 points.`, {
      path: 'metrics.simpleAt',
      suggestion: `It has to lie between what the naive reference reaches and the best possible value, ${bound}.`,
    }),
  );
  if (problems.length > 0) throw new AssignmentInvalidError(problems);
}
