import { isDeepStrictEqual } from 'node:util';
import {
  criterionResult,
  finalPoints,
  gateResult,
  latenessJson,
  reweighed,
  reweighedPart,
  type AutomaticPart,
  type CriterionResult,
  type Lateness,
  type ManualPart,
} from '@holdout/domain';
import { z } from 'zod';
import { recordAudit } from './audit.store.js';
import type { Tx } from './database.js';
import type { Score as ScoreRow } from './generated/client.js';
import { newId } from './ids.js';
import { toJson, toNullableJson } from './json.js';
import { gradesOf, type JudgedCriterion } from './manual-grades.store.js';
import { newestRubric } from './rubrics.store.js';

type Score = Omit<ScoreRow, 'resampledPoints'>;
type Cause = 'LATE' | 'REVIEWED' | 'EXTENDED' | 'REVISED';

export interface Rescoring {
  runId: string;
  cause: Cause;
  /** The cost of lateness; taken from the newest score if absent. */
  lateness?: Lateness | null;
  /** Who asked for it and why, if nothing else records the change of the grade. */
  wish?: { requestedById: string | null; reason: string | null };
}

const criteriaJson = z.array(criterionResult);

const definition = z.looseObject({
  gates: z.array(z.looseObject({ key: z.string(), capAt: z.number().optional() })).default([]),
});

/**
 * Appends a score computed from what the scorer returned, under the newest rubric, with people's judgement so far and the
 * cost of lateness. Nothing is run again. Returns the new score; null if the run was never scored, or if nothing would
 * change.
 */
export async function rescoreRun(tx: Tx, { runId, cause, lateness, wish }: Rescoring) {
  const newest = await tx.score.findFirst({
    where: { runId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    omit: { resampledPoints: true },
  });
  const graded = await tx.score.findFirst({
    where: { runId, cause: 'GRADED' },
    orderBy: { createdAt: 'desc' },
    include: { run: { include: { assignmentVersion: { include: newestRubric } } } },
  });
  const rubric = graded?.run.assignmentVersion.rubric[0];
  if (!graded || !newest || !rubric) return null;
  const late = lateness === undefined ? latenessJson.parse(newest.lateness) : lateness;
  const { criteria, points, finish } = pointsUnder(rubric.criteria, {
    graded,
    definition: graded.run.assignmentVersion.definition,
    judged: await gradesOf(tx, runId),
    lateFactor: late?.factor ?? 1,
  });
  const isSame =
    newest.rubricVersionId === rubric.id &&
    newest.value === points.value &&
    newest.isProvisional === points.isProvisional &&
    isDeepStrictEqual(criteriaJson.parse(newest.criteria), criteria) &&
    isDeepStrictEqual(latenessJson.parse(newest.lateness), late);
  if (isSame) return null;
  const { run: _run, id: _id, createdAt: _createdAt, ...kept } = graded;
  const score = await tx.score.create({
    data: {
      ...kept,
      ...points,
      id: newId(),
      rubricVersionId: rubric.id,
      // One transaction may append two scores, and the newest is found by this time.
      createdAt: new Date(Math.max(Date.now(), newest.createdAt.getTime() + 1)),
      cause,
      lateness: toNullableJson(late),
      criteria: toJson(criteria),
      gates: toJson(graded.gates),
      findings: toJson(graded.findings),
      slices: toJson(graded.slices),
      plots: toJson(graded.plots),
      ladder: toNullableJson(graded.ladder),
      resampledPoints: graded.resampledPoints.map(finish),
    },
  });
  if (wish) await recordChange(tx, { before: newest, after: score, wish });
  return score;
}

interface GradeChange {
  before: Score;
  after: Score;
  wish: NonNullable<Rescoring['wish']>;
}

/** Records who changed a grade, why, and from what to what. A score with the same values is not a change. */
async function recordChange(tx: Tx, { before, after, wish }: GradeChange): Promise<void> {
  const grade = ({ value, isPassed, isProvisional }: Score) => ({ points: value, isPassed, isProvisional });
  if (isDeepStrictEqual(grade(before), grade(after))) return;
  const { requestedById, reason } = wish;
  const { organizationId, runId, cause } = after;
  await recordAudit(tx, {
    organizationId,
    actorId: requestedById,
    action: 'grade.changed',
    subjectType: 'run',
    subjectId: runId,
    detail: { cause, reason, before: grade(before), after: grade(after) },
  });
}

/** The parts of a criterion that points depend on. */
export interface WeighedCriterion {
  id: string;
  key: string;
  mode: string;
  weight: number;
  isRequired: boolean;
}

interface Beside {
  /** What the scorer returned. */
  graded: Graded & { criteria: unknown; passMark: number };
  /** The definition of the assignment version. */
  definition: unknown;
  /** People's judgement, by criterion id. */
  judged: ReadonlyMap<string, JudgedCriterion>;
  lateFactor: number;
}

/** The points of one run under a rubric, whether or not that rubric is in force. */
export function pointsUnder(
  rubric: readonly WeighedCriterion[],
  { graded, definition: stated, judged, lateFactor }: Beside,
) {
  const before = criteriaJson.parse(graded.criteria);
  const automatic = reweighed(before, new Map(rubric.map(({ key, weight }) => [key, weight])));
  const { part, moved } = reweighedPart(automaticPart(graded, before, stated), before, automatic);
  const manual = manualParts(judged, rubric);
  const { finish, ...points } = finalPoints({
    automatic: part,
    manual,
    lateFactor,
    passMark: graded.passMark,
  });
  return {
    criteria: [...automatic, ...manual.flatMap(criterionOf)],
    points,
    finish: (resample: number) => finish(moved(resample)),
  };
}

interface Graded {
  value: number;
  low: number;
  high: number;
  gates: unknown;
}

function automaticPart(
  { value, low, high, gates: results }: Graded,
  criteria: readonly CriterionResult[],
  stated: unknown,
): AutomaticPart {
  const { gates } = definition.parse(stated);
  const found = z.array(gateResult).parse(results);
  const caps = found.flatMap(({ key, status }) => {
    const cap = status === 'CAPPED' ? gates.find((gate) => gate.key === key)?.capAt : undefined;
    return cap === undefined ? [] : [cap];
  });
  return {
    value,
    low,
    high,
    weight: criteria.reduce((sum, { countedWeight }) => sum + countedWeight, 0),
    cap: caps.length > 0 ? Math.min(...caps) : null,
    hasFailedGate: found.some(({ status }) => status === 'FAILED'),
  };
}

interface JudgedPart extends ManualPart {
  note: string | null;
}

function manualParts(
  judged: ReadonlyMap<string, JudgedCriterion>,
  rubric: readonly WeighedCriterion[],
): JudgedPart[] {
  return rubric
    .filter(({ mode }) => mode === 'MANUAL')
    .map(({ id, key, weight, isRequired }) => {
      const grade = judged.get(id);
      return { key, weight, isRequired, points: grade?.points ?? null, note: grade?.comment ?? null };
    });
}

function criterionOf({ key, points, weight, note }: JudgedPart): CriterionResult[] {
  if (points === null) return [];
  return [{ key, points, low: points, high: points, weight, countedWeight: weight, note }];
}
