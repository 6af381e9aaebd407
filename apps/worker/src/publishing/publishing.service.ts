import { createHash, createHmac } from 'node:crypto';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { WorkerConfig } from '@holdout/config';
import {
  Database,
  failCalibration,
  openToCohorts,
  publishedByDigest,
  publishVersion,
  recordAudit,
  type NewVersion,
} from '@holdout/db';
import { NotFoundError, SPLIT_NAMES } from '@holdout/domain';
import {
  loadAssignment,
  requiredImage,
  requireImages,
  splitDataset,
  type GradingDeps,
  type LoadedAssignment,
  type SplitDataset,
} from '@holdout/grading';
import { calibrateAssignment, JobQueues } from '@holdout/jobs';
import { BlobStore, Vault } from '@holdout/storage';
import { scorerDigest } from '../platform/scorer-digest.js';
import { GRADING_DEPS, WORKER_CONFIG } from '../platform/tokens.js';
import { optionalTarGz, tarGz } from './archive.js';
import { packKit, REFERENCES, referencesOf, type CalibrationKit } from './calibration-kit.js';
import { publishedDictionary } from './published-dictionary.js';
import { splitSecret } from './split-secret.js';

const SPLIT_RUN = 'publish';

export interface PublishOptions {
  organization: string;
  /** @default the stage that assignment.yaml names */
  stage?: string;
}

export interface Published {
  slug: string;
  version: number;
  /** False when this content was published before. */
  isNew: boolean;
  openedCohorts: number;
}

/** Makes an assignment's folder into an immutable version: splits its data, stores the parts and opens it to cohorts. */
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
    const { slug } = assignment.definition;
    requireImages(this.deps.images, assignment.definition);
    const content = await this.contentOf(assignment);
    const definitionDigest = digestOf(content);
    const context = { organizationId: tenant.id, userId: null };
    const known = await this.database.inTenant(context, async (tx) => {
      const version = await publishedByDigest(tx, slug, definitionDigest);
      return (
        version && { version: version.version, openedCohorts: await openToCohorts(tx, version.assignmentId) }
      );
    });
    if (known) return { slug, isNew: false, ...known };
    const split = await splitDataset(this.deps, assignment, {
      secretHex: splitSecret(this.config.HOLDOUT_DEPLOYMENT_SECRET, tenant.id),
      splitIndex: 0,
      runId: SPLIT_RUN,
      organizationId: tenant.id,
    });
    const version = await this.versionOf(assignment, content, split, definitionDigest);
    const stageSlug = stage ?? assignment.definition.stage;
    const { title, summary, kind } = assignment.definition;
    const isMeasured = content.isMeasurable && this.config.CALIBRATION_SPLITS > 0;
    const whyNot = content.isMeasurable
      ? 'Measuring is turned off (CALIBRATION_SPLITS=0).'
      : 'The assignment has no references to measure.';
    const published = await this.database.inTenant(context, async (tx) => {
      const made = await publishVersion(tx, {
        ...version,
        organizationId: tenant.id,
        assignment: { slug, kind, title, summary, stageSlug },
      });
      const { id } = made.version;
      if (!isMeasured) await failCalibration(tx, id, whyNot, new Date());
      const detail = { slug, version: made.version.version, definitionDigest };
      await recordAudit(tx, {
        organizationId: tenant.id,
        actorId: null,
        action: 'assignment.published',
        subjectType: 'AssignmentVersion',
        subjectId: id,
        detail,
      });
      return {
        id,
        version: made.version.version,
        openedCohorts: await openToCohorts(tx, made.assignment.id),
      };
    });
    if (isMeasured) {
      await calibrateAssignment.add(this.queues, {
        organizationId: tenant.id,
        assignmentVersionId: published.id,
        split: 0,
      });
    }
    return { slug, version: published.version, isNew: true, openedCohorts: published.openedCohorts };
  }

  /** Everything that a version is made of and that is not derived from the secret. */
  private async contentOf({ directory, definition, brief, anchors, data }: LoadedAssignment) {
    const [starter, ...archives] = await Promise.all(
      ['starter', ...REFERENCES.map((name) => path.join('reference', name))].map((folder) =>
        optionalTarGz(path.join(directory, folder)),
      ),
    );
    const kit: CalibrationKit = { data, references: referencesOf(archives) };
    return {
      definition,
      brief,
      anchors,
      starter: starter ?? (await tarGz(new Map())),
      kit: await packKit(kit),
      isMeasurable: kit.references !== null,
    };
  }

  private async versionOf(
    assignment: LoadedAssignment,
    content: Awaited<ReturnType<PublishingService['contentOf']>>,
    split: SplitDataset,
    definitionDigest: string,
  ): Promise<Omit<NewVersion, 'organizationId' | 'assignment'>> {
    const { definition, brief, anchors, data } = assignment;
    const file = path.basename(definition.dataset.file ?? '');
    const source = data.get(file) ?? content.kit;
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
    // A drawing meets no image: the platform itself compares it.
    const imageOf = (name: string) => (definition.diagram ? '' : requiredImage(this.deps.images, name));
    return {
      definition: { ...definition, dictionary, calibrationKit: kit.digest },
      brief,
      definitionDigest,
      starterDigest: starter.digest,
      publicBundleDigest: open.digest,
      hiddenBundleDigest: hidden.digest,
      resampleSeed: seed.digest().readUInt32BE(0) >>> 1,
      shippedAnchors: anchors,
      dataset: {
        name: file.split('.')[0] || definition.slug,
        licence: definition.dataset.licence,
        origin: definition.dataset.origin,
        personalData: definition.dataset.personalData,
        sourceDigest: createHash('sha256').update(source).digest('hex'),
        splitRule: definition.split.rule,
        splits: SPLIT_NAMES.flatMap((name) => {
          const part = split.parts[name];
          return part ? [{ name, rows: part.rows, commitment: part.commitment }] : [];
        }),
      },
      grader: {
        template: definition.template,
        imageDigest: imageOf('scorer'),
        codeDigest: scorerDigest(definition, this.deps.images),
        studentImageDigest: imageOf(definition.image),
      },
      criteria: definition.criteria.map(
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
      ),
      splitsPlanned: this.config.CALIBRATION_SPLITS,
      now: new Date(),
    };
  }
}

function labelOf({ metrics }: LoadedAssignment['definition'], name: string): string {
  return metrics.find((metric) => metric.name === name)?.label ?? name;
}

function digestOf({
  definition,
  brief,
  anchors,
  starter,
  kit,
}: Awaited<ReturnType<PublishingService['contentOf']>>): string {
  const hash = createHash('sha256');
  for (const part of [JSON.stringify(definition), brief, JSON.stringify(anchors), starter, kit]) {
    hash.update(createHash('sha256').update(part).digest());
  }
  return hash.digest('hex');
}
