import { NotFoundError, type AssignmentKind, type Opening, type SplitName } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson, toNullableJson } from './json.js';
import type { WrittenCriterion } from './rubrics.store.js';

export interface NewVersion {
  organizationId: string;
  assignment: { slug: string; kind: AssignmentKind; title: string; summary: string; stageSlug: string };
  /** The resolved assignment.yaml. */
  definition: object;
  brief: string;
  definitionDigest: string;
  starterDigest: string;
  publicBundleDigest: string;
  hiddenBundleDigest: string;
  resampleSeed: number;
  shippedAnchors: object;
  dataset: {
    name: string;
    licence: string;
    origin: string;
    personalData: string;
    sourceDigest: string;
    splitRule: string;
    splits: readonly { name: SplitName; rows: number; commitment: string }[];
  };
  grader: { template: string; imageDigest: string; codeDigest: string; studentImageDigest: string };
  criteria: readonly WrittenCriterion<readonly object[] | null>[];
  /** Splits on which the anchors will be measured in the background. */
  splitsPlanned: number;
  now: Date;
}

/**
 * Finds the assignment by its name, or creates it in the stage that it names.
 * @throws NotFoundError for an unknown stage
 */
async function ensureAssignment(
  tx: Tx,
  { organizationId, assignment: { stageSlug, ...fields } }: NewVersion,
) {
  const stage = await tx.stage.findFirst({
    where: { slug: stageSlug },
    orderBy: { track: { createdAt: 'asc' } },
  });
  if (!stage) throw new NotFoundError(`The stage "${stageSlug}"`);
  return tx.assignment.upsert({
    where: { organizationId_slug: { organizationId, slug: fields.slug } },
    create: { id: newId(), organizationId, stageId: stage.id, ...fields },
    update: { title: fields.title, summary: fields.summary },
  });
}

/** Publishes the next version of an assignment with its data, grader, rubric and calibration. Immutable from then on. */
export async function publishVersion(tx: Tx, input: NewVersion) {
  const { organizationId, now } = input;
  const assignment = await ensureAssignment(tx, input);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'publish:' + assignment.id}, 0))`;
  const last = await tx.assignmentVersion.aggregate({
    where: { assignmentId: assignment.id },
    _max: { version: true },
  });
  const { name, licence, origin, personalData, sourceDigest, splitRule, splits } = input.dataset;
  const owned = { organizationId };
  const draft = await tx.assignmentVersion.create({
    data: {
      id: newId(),
      ...owned,
      assignmentId: assignment.id,
      version: (last._max.version ?? 0) + 1,
      definition: toJson(input.definition),
      brief: input.brief,
      definitionDigest: input.definitionDigest,
      starterDigest: input.starterDigest,
      publicBundleDigest: input.publicBundleDigest,
      hiddenBundleDigest: input.hiddenBundleDigest,
      resampleSeed: input.resampleSeed,
      shippedAnchors: toJson(input.shippedAnchors),
    },
  });
  const assignmentVersionId = draft.id;
  const dataset = await tx.dataset.create({
    data: {
      id: newId(),
      ...owned,
      assignmentVersionId,
      name,
      licence,
      origin,
      personalData,
      sourceDigest,
      splitRule,
    },
  });
  await tx.split.createMany({
    data: splits.map((split) => ({ id: newId(), ...owned, datasetId: dataset.id, ...split })),
  });
  await tx.grader.create({ data: { id: newId(), ...owned, assignmentVersionId, ...input.grader } });
  const rubric = await tx.rubricVersion.create({
    data: { id: newId(), ...owned, assignmentVersionId, version: 1 },
  });
  await tx.criterion.createMany({
    data: input.criteria.map(({ levels, skills, ...criterion }, position) => ({
      id: newId(),
      ...owned,
      rubricVersionId: rubric.id,
      position,
      ...criterion,
      skills: [...skills],
      levels: toNullableJson(levels),
    })),
  });
  await tx.calibration.create({
    data: { id: newId(), ...owned, assignmentVersionId, splitsPlanned: input.splitsPlanned },
  });
  const version = await tx.assignmentVersion.update({ where: { id: draft.id }, data: { publishedAt: now } });
  return { assignment, version };
}

/** The published version of an assignment with this content; null when there is none. */
export function publishedByDigest(tx: Tx, slug: string, definitionDigest: string) {
  return tx.assignmentVersion.findFirst({
    where: { assignment: { slug }, definitionDigest, publishedAt: { not: null } },
    include: { grader: true, calibration: true },
    orderBy: { version: 'desc' },
  });
}

/**
 * Opens an assignment to every cohort of its track that has no dates for it. Returns how many.
 * @param dates empty to open it without dates
 */
export async function openToCohorts(
  tx: Tx,
  assignmentId: string,
  dates?: Omit<Opening, 'extendedDueAt'>,
): Promise<number> {
  const { organizationId, stage } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { stage: true },
  });
  const cohorts = await tx.cohort.findMany({
    where: { trackId: stage.trackId, archivedAt: null, openings: { none: { assignmentId } } },
    select: { id: true },
  });
  const { count } = await tx.cohortAssignment.createMany({
    data: cohorts.map((cohort) => ({
      id: newId(),
      organizationId,
      cohortId: cohort.id,
      assignmentId,
      ...(dates && { ...dates, latePolicy: toNullableJson(dates.latePolicy) }),
    })),
    skipDuplicates: true,
  });
  return count;
}

/** A published version by its number, or the newest if none is given. Null when there is none. */
export function publishedVersionNumber(tx: Tx, assignmentId: string, version: number | null) {
  return tx.assignmentVersion.findFirst({
    where: { assignmentId, publishedAt: { not: null }, ...(version === null ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { id: true, version: true },
  });
}
