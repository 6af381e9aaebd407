import { isDeepStrictEqual } from 'node:util';
import {
  criterionResult,
  finalPoints,
  gateResult,
  latenessJson,
  type AutomaticPart,
  type CriterionResult,
  type Lateness,
  type ManualPart,
} from '@holdout/domain';
import { z } from 'zod';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson, toNullableJson } from './json.js';
import { gradesOf } from './manual-grades.store.js';

type Cause = 'LATE' | 'REVIEWED' | 'EXTENDED';

export interface Rescoring {
  runId: string;
  cause: Cause;
  /** What lateness costs; kept from the newest score when it is not said. */
  lateness?: Lateness | null;
}

const criteriaJson = z.array(criterionResult);

const definition = z.looseObject({
  gates: z.array(z.looseObject({ key: z.string(), capAt: z.number().optional() })).default([]),
});

/**
 * Appends a score made of what the scorer gave, what people judged so far, and what lateness costs. Nothing is run again.
 * Answers the new score; null when the run was never scored, or when nothing would change.
 */
export async function rescoreRun(tx: Tx, { runId, cause, lateness }: Rescoring) {
  const newest = await tx.score.findFirst({
    where: { runId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    omit: { resampledPoints: true },
  });
  const graded = await tx.score.findFirst({
    where: { runId, cause: 'GRADED' },
    orderBy: { createdAt: 'desc' },
    include: {
      rubric: { include: { criteria: { orderBy: { position: 'asc' } } } },
      run: { include: { assignmentVersion: true } },
    },
  });
  if (!graded || !newest) return null;
  const automatic = criteriaJson.parse(graded.criteria);
  const manual = await manualParts(tx, runId, graded.rubric.criteria);
  const late = lateness === undefined ? latenessJson.parse(newest.lateness) : lateness;
  const { finish, ...points } = finalPoints({
    automatic: automaticPart(graded, automatic, graded.run.assignmentVersion.definition),
    manual,
    lateFactor: late?.factor ?? 1,
    passMark: graded.passMark,
  });
  const criteria = [...automatic, ...manual.flatMap(criterionOf)];
  const isSame =
    newest.value === points.value &&
    newest.isProvisional === points.isProvisional &&
    isDeepStrictEqual(criteriaJson.parse(newest.criteria), criteria) &&
    isDeepStrictEqual(latenessJson.parse(newest.lateness), late);
  if (isSame) return null;
  const { rubric: _rubric, run: _run, id: _id, createdAt: _createdAt, ...kept } = graded;
  return tx.score.create({
    data: {
      ...kept,
      ...points,
      id: newId(),
      // One transaction may append twice; the newest is found by this.
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

async function manualParts(
  tx: Tx,
  runId: string,
  rubric: readonly { id: string; key: string; mode: string; weight: number; isRequired: boolean }[],
): Promise<JudgedPart[]> {
  const judged = await gradesOf(tx, runId);
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
