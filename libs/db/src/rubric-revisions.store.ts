import { randomUUID } from 'node:crypto';
import { ConflictError, latenessJson, NotFoundError } from '@holdout/domain';
import { carriedGrades, countable, isWhole } from './carried-grades.js';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toNullableJson } from './json.js';
import { judgedBy, judging, newestGrades } from './manual-grades.store.js';
import { pointsUnder } from './rescoring.store.js';
import { newestRubric, takeRubric, type WrittenCriterion } from './rubrics.store.js';

export type RevisedCriterion = WrittenCriterion<
  readonly { points: number; label: string; description: string }[] | null
>;

/**
 * The newest published version of an assignment with its current rubric.
 * @throws NotFoundError
 */
export async function versionWithRubric(tx: Tx, slug: string) {
  const version = await tx.assignmentVersion.findFirst({
    where: { assignment: { slug }, publishedAt: { not: null } },
    include: { assignment: true, ...newestRubric },
    orderBy: { version: 'desc' },
  });
  const rubric = version?.rubric[0];
  if (!version || !rubric) throw new NotFoundError(`A published version of "${slug}"`);
  return { ...version, rubric };
}

type Version = Awaited<ReturnType<typeof versionWithRubric>>;
type Grade = Awaited<ReturnType<typeof newestGrades>>[number];

/** A run's result now, and what it would be. */
export interface RevisedRun {
  runId: string;
  studentId: string;
  before: number;
  after: number;
  wasPassed: boolean;
  isPassed: boolean;
  /** Whether a person must judge again: a level that they chose is gone, or a required criterion is new. */
  isJudgedAgain: boolean;
}

/** The results that a rubric would give to the counted runs of its version, newest first. Writes nothing. */
export async function revisedRuns(
  tx: Tx,
  version: Version,
  criteria: readonly RevisedCriterion[],
  limit: number,
): Promise<RevisedRun[]> {
  const runs = await tx.run.findMany({
    where: { assignmentVersionId: version.id, isCounted: true, outcome: 'SCORED' },
    select: {
      id: true,
      studentId: true,
      ...judging,
      scores: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        omit: { resampledPoints: true, plots: true, slices: true, findings: true },
      },
    },
    orderBy: { queuedAt: 'desc' },
    take: limit,
  });
  const grades = Map.groupBy(
    await newestGrades(
      tx,
      runs.map(({ id }) => id),
    ),
    ({ runId }) => runId,
  );
  // Criteria of a rubric that is not stored yet have no ids, so they are identified by their keys.
  const rubric = criteria.map((criterion) => ({ ...criterion, id: criterion.key }));
  return runs.flatMap((run) => {
    const newest = run.scores[0];
    const graded = run.scores.find(({ cause }) => cause === 'GRADED');
    if (!newest || !graded) return [];
    const given = grades.get(run.id) ?? [];
    const carried = carriedGrades(version.rubric.criteria, rubric, given);
    const reviews = run.reviews.filter(({ graderId }) => isWhole(rubric, carried, graderId));
    const { points } = pointsUnder(rubric, {
      graded,
      definition: version.definition,
      judged: judgedBy({ ...run, reviews }, carried),
      lateFactor: latenessJson.parse(newest.lateness)?.factor ?? 1,
    });
    return [
      {
        runId: run.id,
        studentId: run.studentId,
        before: newest.value,
        after: points.value,
        wasPassed: newest.isPassed && !newest.isProvisional,
        isPassed: points.isPassed && !points.isProvisional,
        isJudgedAgain:
          reviews.length < run.reviews.length ||
          carried.length < countable(version.rubric.criteria, rubric, given),
      },
    ];
  });
}

interface Revision {
  organizationId: string;
  version: Version;
  /** The rubric version that the change is based on. */
  basis: number;
  criteria: readonly RevisedCriterion[];
  reason: string;
  revisedBy: string;
}

/**
 * Puts a later rubric into use and carries people's choices over to it. The caller then updates the scores with
 * `rescoreRun`.
 * @throws ConflictError when somebody else changed the rubric in the meantime
 */
export async function reviseRubric(tx: Tx, { organizationId, version, basis, ...revision }: Revision) {
  await takeRubric(tx, version.id);
  const newest = await tx.rubricVersion.aggregate({
    where: { assignmentVersionId: version.id },
    _max: { version: true },
  });
  if (newest._max.version !== basis)
    throw new ConflictError(
      'Somebody changed this rubric meanwhile. Load the page again, and make your change to theirs.',
    );
  const { criteria, reason, revisedBy } = revision;
  const rubricVersionId = newId();
  await tx.rubricVersion.create({
    data: {
      id: rubricVersionId,
      organizationId,
      assignmentVersionId: version.id,
      version: basis + 1,
      reason,
      revisedBy,
    },
  });
  const rubric = criteria.map((criterion) => ({ ...criterion, id: newId() }));
  await tx.criterion.createMany({
    data: rubric.map(({ skills, levels, ...criterion }, position) => ({
      ...criterion,
      organizationId,
      rubricVersionId,
      position,
      skills: [...skills],
      levels: toNullableJson(levels),
    })),
  });
  const runIds = await certifiedRunIds(tx, version.id);
  const carried = carriedGrades(version.rubric.criteria, rubric, await newestGrades(tx, runIds));
  await tx.manualGrade.createMany({
    data: carried.map(({ id: _id, createdAt: _createdAt, ...grade }) => ({ id: randomUUID(), ...grade })),
  });
  await reopenReviews(tx, runIds, rubric, carried);
  return { rubricVersionId, version: basis + 1 };
}

/** Finished reviews that lack a choice that is now required go back to their graders. */
async function reopenReviews(
  tx: Tx,
  runIds: readonly string[],
  rubric: NewRubric,
  carried: readonly Grade[],
) {
  const ofRun = Map.groupBy(carried, ({ runId }) => runId);
  const finished = await tx.review.findMany({
    where: { runId: { in: [...runIds] }, status: 'FINISHED' },
    select: { id: true, runId: true, graderId: true },
  });
  const open = finished.filter(({ runId, graderId }) => !isWhole(rubric, ofRun.get(runId) ?? [], graderId));
  await tx.review.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { status: 'OPEN', finishedAt: null },
  });
}

/** Runs of a version that count. */
export async function certifiedRunIds(tx: Tx, assignmentVersionId: string): Promise<string[]> {
  const rows = await tx.run.findMany({
    where: { assignmentVersionId, isCounted: true, outcome: 'SCORED' },
    select: { id: true },
    orderBy: { queuedAt: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Valid credentials that were issued for these runs. */
export function credentialsInForce(tx: Tx, runIds: readonly string[]): Promise<number> {
  return tx.credential.count({ where: { status: 'ISSUED', runId: { in: [...runIds] } } });
}

type NewRubric = readonly (RevisedCriterion & { id: string })[];
