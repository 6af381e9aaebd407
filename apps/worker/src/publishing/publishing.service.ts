import { createHash, createHmac } from 'node:crypto';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { WorkerConfig } from '@holdout/config';
import {
  addMeasurement,
  Database,
  failCalibration,
  finishCalibration,
  openToCohorts,
  publishedByDigest,
  publishVersion,
  recordAudit,
  type NewVersion,
  type Tx,
} from '@holdout/db';
import { NotFoundError, SPLIT_NAMES, type Opening } from '@holdout/domain';
import {
  loadAssignment,
  requiredImage,
  requireImages,
  splitDataset,
  type Anchors,
  type GradingDeps,
  type LoadedAssignment,
  type SplitDataset,
} from '@holdout/grading';
import { calibrateAssignment, JobQueues } from '@holdout/jobs';
import { BlobStore, Vault } from '@holdout/storage';
import { scorerDigest } from '../platform/scorer-digest.js';
import { GRADING_DEPS, WORKER_CONFIG } from '../platform/tokens.js';
import type { Measurement } from '../calibration/anchors.js';
import { contentOf, digestOf, type AssignmentContent } from './assignment-content.js';
import { keepFigures } from './keep-figures.js';
import { publishedDictionary } from './published-dictionary.js';
import { splitSecret } from './split-secret.js';

const SPLIT_RUN = 'publish';

/** Two measurements are the least from which an anchor's spread can be computed. */
const LEAST_SPLITS = 2;

/** What an import already measured before publishing. */
export interface Measured {
  /** The split that students will be graded on. */
  split: SplitDataset;
  anchors: Anchors;
  /** Measurements on the first splits besides that one, in order. */
  measurements: readonly Measurement[];
}

/** Where and for whom a version is published. */
export interface Publisher {
  organizationId: string;
  /** Null if the deployment itself publishes. */
  actorId: string | null;
  stage?: string | undefined;
  measured?: Measured;
  /**
   * Opening dates for the cohorts that get the assignment.
   * @default none
   */
  opening?: Omit<Opening, 'extendedDueAt'>;
}

export interface PublishOptions {
  organization: string;
  /** @default the stage that assignment.yaml names */
  stage?: string;
}

export interface Published {
  id: string;
  slug: string;
  definitionDigest: string;
  version: number;
  /** False if this content was published before. */
  isNew: boolean;
  openedCohorts: number;
}

/** Turns an assignment's folder into an immutable version: splits its data, stores its parts, and opens it to cohorts. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly blobs: BlobStore,
    private readonly vault: Vault,
    @Inject(GRADING_DEPS) private readonly deps: GradingDeps,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** @throws AssignmentInvalidError @throws NotFoundError @throws GraderFaultError @throws SandboxUnavailableError */
  async publish(directory: string, { organization, stage }: PublishOptions): Promise<Published> {
    const assignment = await loadAssignment(directory);
    const tenant = await this.database.system.organizationBySlug(organization);
    if (!tenant) throw new NotFoundError(`The organization "${organization}"`);
    return this.publishLoaded(assignment, { organizationId: tenant.id, actorId: null, stage });
  }

  /** @throws NotFoundError for an unknown stage @throws GraderFaultError @throws SandboxUnavailableError */
  async publishLoaded(loaded: LoadedAssignment, by: Publisher): Promise<Published> {
    const { organizationId, actorId, measured } = by;
    const { slug } = loaded.definition;
    requireImages(this.deps.images, loaded.definition);
    const assignment = await keepFigures(loaded, by, { database: this.database, blobs: this.blobs });
    const content = await contentOf(assignment);
    const definitionDigest = digestOf(content);
    const context = { organizationId, userId: actorId };
    const known = await this.knownVersion(context, slug, definitionDigest, by.opening);
    if (known) return { slug, isNew: false, definitionDigest, ...known };
    const split =
      measured?.split ??
      (await splitDataset(this.deps, assignment, {
        secretHex: splitSecret(this.config.HOLDOUT_DEPLOYMENT_SECRET, organizationId),
        splitIndex: 0,
        runId: SPLIT_RUN,
        organizationId,
      }));
    const version = await this.versionOf(assignment, content, split, definitionDigest);
    const stageSlug = by.stage ?? assignment.definition.stage;
    const { title, summary, kind } = assignment.definition;
    const published = await this.database.inTenant(context, async (tx) => {
      const made = await publishVersion(tx, {
        ...version,
        ...(measured ? { shippedAnchors: measured.anchors } : {}),
        organizationId,
        assignment: { slug, kind, title, summary, stageSlug },
      });
      const { id } = made.version;
      const nextSplit = await this.beginCalibration(tx, id, content.isMeasurable, measured);
      const detail = {
        slug,
        version: made.version.version,
        definitionDigest,
        // The author's program, if they brought their own scorer.
        ...(assignment.scorer ? { ownScorer: sha256Of(assignment.scorer) } : {}),
      };
      await recordAudit(tx, {
        organizationId,
        actorId,
        action: 'assignment.published',
        subjectType: 'assignment-version',
        subjectId: id,
        detail,
      });
      return {
        id,
        nextSplit,
        version: made.version.version,
        openedCohorts: await openToCohorts(tx, made.assignment.id, by.opening),
      };
    });
    const { nextSplit, ...rest } = published;
    if (nextSplit !== null) {
      const step = { organizationId, assignmentVersionId: published.id, split: nextSplit };
      await calibrateAssignment.add(this.queues, step);
    }
    return { slug, isNew: true, definitionDigest, ...rest };
  }

  /** The version with this content, opened to cohorts that do not have it yet; null if there is none. */
  private knownVersion(
    context: { organizationId: string; userId: string | null },
    slug: string,
    definitionDigest: string,
    opening: Publisher['opening'],
  ): Promise<Pick<Published, 'id' | 'version' | 'openedCohorts'> | null> {
    return this.database.inTenant(context, async (tx) => {
      const known = await publishedByDigest(tx, slug, definitionDigest);
      if (!known) return null;
      const { id, version, assignmentId } = known;
      return { id, version, openedCohorts: await openToCohorts(tx, assignmentId, opening) };
    });
  }

  /** Takes over existing measurements. Returns the next split to measure, or null if there is none. */
  private async beginCalibration(
    tx: Tx,
    id: string,
    isMeasurable: boolean,
    measured: Measured | undefined,
  ): Promise<number | null> {
    const planned = this.config.CALIBRATION_SPLITS;
    const measurements = measured?.measurements ?? [];
    for (const [index, measurement] of measurements.entries())
      await addMeasurement(tx, id, index, measurement);
    if (measured && measurements.length >= Math.max(planned, LEAST_SPLITS)) {
      await finishCalibration(tx, id, measured.anchors, new Date());
      return null;
    }
    if (isMeasurable && planned > 0) return measurements.length;
    const whyNot = isMeasurable
      ? 'Measuring is turned off (CALIBRATION_SPLITS=0).'
      : 'The assignment has no references to measure.';
    await failCalibration(tx, id, whyNot, new Date());
    return null;
  }

  private async versionOf(
    assignment: LoadedAssignment,
    content: AssignmentContent,
    split: SplitDataset,
    definitionDigest: string,
  ): Promise<Omit<NewVersion, 'organizationId' | 'assignment'>> {
    const { definition, brief, anchors, scorer } = assignment;
    const [starter, open, hidden, kit, dictionary] = await Promise.all([
      this.blobs.put(content.starter),
      this.blobs.put(split.publicBundle),
      this.vault.put(split.hiddenBundle),
      this.vault.put(content.kit),
      publishedDictionary(split.publicBundle),
    ]);
    const seed = createHmac('sha256', Buffer.from(this.config.HOLDOUT_DEPLOYMENT_SECRET, 'hex')).update(
      `resample ${definitionDigest}`,
    );
    // A drawing needs no image, because the platform itself compares it.
    const imageOf = (name: string) => (definition.diagram ? '' : requiredImage(this.deps.images, name));
    return {
      definition: {
        ...definition,
        dictionary,
        calibrationKit: kit.digest,
        ...(definition.scorer && scorer
          ? { scorer: { ...definition.scorer, sha256: sha256Of(scorer) } }
          : {}),
      },
      brief,
      definitionDigest,
      starterDigest: starter.digest,
      publicBundleDigest: open.digest,
      hiddenBundleDigest: hidden.digest,
      resampleSeed: seed.digest().readUInt32BE(0) >>> 1,
      shippedAnchors: anchors,
      dataset: datasetOf(assignment, content, split),
      grader: {
        template: definition.template,
        imageDigest: imageOf('scorer'),
        codeDigest: scorerDigest(definition, this.deps.images),
        studentImageDigest: imageOf(definition.image),
      },
      criteria: criteriaOf(definition),
      splitsPlanned: content.isMeasurable ? this.config.CALIBRATION_SPLITS : 0,
      now: new Date(),
    };
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function datasetOf(
  { definition, data }: LoadedAssignment,
  content: AssignmentContent,
  split: SplitDataset,
): NewVersion['dataset'] {
  const { slug, dataset } = definition;
  const file = path.basename(dataset.file ?? '');
  return {
    name: file.split('.')[0] || slug,
    licence: dataset.licence,
    origin: dataset.origin,
    personalData: dataset.personalData,
    sourceDigest: sha256Of(data.get(file) ?? content.kit),
    splitRule: definition.split.rule,
    splits: SPLIT_NAMES.flatMap((name) => {
      const part = split.parts[name];
      return part ? [{ name, rows: part.rows, commitment: part.commitment }] : [];
    }),
  };
}

function criteriaOf(definition: LoadedAssignment['definition']): NewVersion['criteria'] {
  return definition.criteria.map(
    ({ key, title, workflowStep, mode, weight, required, skills, metrics, levels, advice }) => ({
      key,
      title,
      description:
        mode === 'AUTO'
          ? `Measured: ${metrics.map((name) => labelOf(definition, name)).join(', ')}.`
          : 'Judged by a person, by the levels below.',
      workflowStep,
      mode,
      weight,
      isRequired: required,
      skills,
      levels: levels.length > 0 ? levels : null,
      advice,
    }),
  );
}

function labelOf({ metrics }: LoadedAssignment['definition'], name: string): string {
  return metrics.find((metric) => metric.name === name)?.label ?? name;
}
