import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { newestGrades } from './manual-grades.store.js';
import { newestRubric } from './rubrics.store.js';
import { rowsOf } from './rows-of.js';

export interface ReviewPolicy {
  gradersPerRun: number;
  isAnonymous: boolean;
  isHeld: boolean;
}

export const DEFAULT_REVIEW_POLICY: ReviewPolicy = { gradersPerRun: 1, isAnonymous: false, isHeld: false };

export async function reviewPolicyOf(tx: Tx, assignmentId: string): Promise<ReviewPolicy> {
  return (await reviewPoliciesOf(tx, [assignmentId])).get(assignmentId) ?? DEFAULT_REVIEW_POLICY;
}

/** Policies by assignment id; assignments without one are missing. */
export async function reviewPoliciesOf(
  tx: Tx,
  assignmentIds: readonly string[],
): Promise<Map<string, ReviewPolicy>> {
  const rows = await rowsOf<ReviewPolicy & { assignmentId: string }>(tx)`
    SELECT assignment_id::text AS "assignmentId", graders_per_run AS "gradersPerRun", is_anonymous AS "isAnonymous", is_held AS "isHeld"
    FROM review_policies WHERE assignment_id = ANY(${[...assignmentIds]}::uuid[])`;
  return new Map(rows.map(({ assignmentId, ...policy }) => [assignmentId, policy]));
}

export async function setReviewPolicy(
  tx: Tx,
  key: { organizationId: string; assignmentId: string },
  policy: ReviewPolicy,
): Promise<void> {
  const { assignmentId } = key;
  await tx.reviewPolicy.upsert({
    where: { assignmentId },
    create: { id: newId(), ...key, ...policy },
    update: policy,
  });
}

/**
 * A scored run that counts, with everything its reviewers need.
 * @throws NotFoundError for any other run
 */
export async function runToReview(tx: Tx, runId: string) {
  const run = await tx.run.findFirst({
    where: { id: checkedId(runId, 'The run'), isCounted: true, outcome: 'SCORED' },
    include: {
      submission: { include: { source: true } },
      reviews: true,
      reviewComments: { orderBy: { createdAt: 'asc' }, take: 500 },
      assignmentVersion: { include: { assignment: true, ...newestRubric } },
      scores: {
        where: { cause: 'GRADED' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        omit: { resampledPoints: true },
      },
    },
  });
  if (!run) throw new NotFoundError('The scored certification run');
  return run;
}

/**
 * This grader's review of a run; created if missing.
 * @throws ConflictError when it is finished, or as many others already review the run as the assignment asks for
 */
export async function openReview(
  tx: Tx,
  key: { organizationId: string; runId: string; graderId: string },
  gradersPerRun: number,
) {
  const { runId, graderId } = key;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'review:' + runId}, 0))`;
  const reviews = await tx.review.findMany({ where: { runId } });
  const own = reviews.find((review) => review.graderId === graderId);
  if (own?.status === 'FINISHED')
    throw new ConflictError('Your review of this run is finished. Open it again to change it.');
  if (own) return own;
  if (reviews.length >= gradersPerRun) {
    throw new ConflictError(
      gradersPerRun === 1
        ? 'Somebody else reviews this run. Take another one, or ask for two graders a run.'
        : 'Two others review this run already. Take another one.',
    );
  }
  return tx.review.create({ data: { id: newId(), ...key } });
}

export async function setReviewStatus(
  tx: Tx,
  reviewId: string,
  status: 'OPEN' | 'FINISHED',
  now: Date,
): Promise<void> {
  await tx.review.update({
    where: { id: reviewId },
    data: { status, finishedAt: status === 'FINISHED' ? now : null },
  });
}

/** Opens reviews of runs for graders. Returns how many are new. */
export async function assignReviews(
  tx: Tx,
  organizationId: string,
  pairs: readonly { runId: string; graderId: string }[],
): Promise<number> {
  const { count } = await tx.review.createMany({
    data: pairs.map((pair) => ({ id: newId(), organizationId, ...pair })),
    skipDuplicates: true,
  });
  return count;
}

/** Runs of an assignment that have a finished review. */
export async function reviewedRuns(tx: Tx, assignmentId: string): Promise<string[]> {
  const rows = await tx.review.findMany({
    where: { status: 'FINISHED', run: { assignmentVersion: { assignmentId } } },
    distinct: ['runId'],
    select: { runId: true },
  });
  return rows.map(({ runId }) => runId);
}

export interface DoubleGrades {
  title: string;
  /** The levels that the two graders chose, one pair per run. */
  levels: [string, string][];
}

/**
 * The levels that two graders each gave, by criterion key in the order of the rubric, for the runs of an assignment
 * that both finished.
 */
export async function doubleGrades(tx: Tx, assignmentId: string): Promise<Map<string, DoubleGrades>> {
  const reviews = await tx.review.findMany({
    where: { status: 'FINISHED', run: { assignmentVersion: { assignmentId } } },
    orderBy: { createdAt: 'asc' },
  });
  const finished = new Set(reviews.map(({ runId, graderId }) => `${runId} ${graderId}`));
  const runIds = [...new Set(reviews.map(({ runId }) => runId))];
  const [grades, criteria] = [
    (await newestGrades(tx, runIds)).filter(({ runId, graderId }) => finished.has(`${runId} ${graderId}`)),
    await tx.criterion.findMany({
      where: { rubric: { assignmentVersion: { assignmentId } }, mode: 'MANUAL' },
      select: { id: true, key: true, title: true },
      orderBy: { position: 'asc' },
    }),
  ];
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const pairs = new Map<string, DoubleGrades>();
  for (const given of Map.groupBy(grades, ({ runId, criterionId }) => `${runId} ${criterionId}`).values()) {
    const [a, b] = given.toSorted((one, other) => (one.graderId < other.graderId ? -1 : 1));
    const criterion = a && byId.get(a.criterionId);
    if (!a || !b || !criterion) continue;
    const { key, title } = criterion;
    const levels = pairs.get(key)?.levels ?? [];
    pairs.set(key, { title, levels: [...levels, [String(a.points), String(b.points)]] });
  }
  const inOrder = criteria.flatMap(({ key }) => {
    const pair = pairs.get(key);
    return pair ? [[key, pair] as const] : [];
  });
  return new Map(inOrder);
}

/** Those of these runs whose students may read their feedback: a review is finished, and reviews are not held. */
export async function releasedReviews(tx: Tx, runIds: readonly string[]): Promise<Set<string>> {
  const finished = await tx.review.findMany({
    where: {
      runId: { in: [...runIds] },
      status: 'FINISHED',
      run: { assignmentVersion: { assignment: NOT_HELD } },
    },
    select: { runId: true },
  });
  return new Set(finished.map(({ runId }) => runId));
}

/** An assignment without a policy does not hold reviews. */
const NOT_HELD = { OR: [{ reviewPolicy: null }, { reviewPolicy: { isHeld: false } }] };
