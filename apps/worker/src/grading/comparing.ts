import { isDeepStrictEqual } from 'node:util';
import {
  compareMeasures,
  pointsMeasure,
  verdictOn,
  type Measured,
  type ReproducedFile,
  NOTHING_COMPARED,
  type ReproductionComparison,
  type ReproductionVerdict,
} from '@holdout/domain';
import type { Graded, ProducedFile } from '@holdout/grading';
import { provenanceJson, type OriginalRun } from './conditions.js';
import { compareRows } from './compare-rows.js';
import { kindOf } from './kept-files.js';
import { digestOf, hardware, scorerOf, type Ingredients } from './provenance.js';

export interface Compared {
  verdict: ReproductionVerdict;
  comparison: ReproductionComparison;
}

/**
 * What a reproduction says about its original; null if it was cancelled and says nothing.
 * @param kept files of the original that are still there, by name
 */
export function compareWithOriginal(
  original: OriginalRun,
  kept: ReadonlyMap<string, Buffer>,
  ingredients: Ingredients,
): Compared | null {
  const { graded } = ingredients;
  if (graded.outcome === 'CANCELLED') return null;
  const then = provenanceJson.parse(original.provenance);
  const circumstances = {
    isSameHardware: isDeepStrictEqual(original.hardware, hardware(graded.gpus)),
    isSameAnchors: then.anchors.sha256 === digestOf(ingredients.anchors),
    isSameScorer: then.scorer === scorerOf(ingredients),
  };
  // The original was scored, so an error now, whatever its cause, is a different result.
  if (graded.outcome === 'STUDENT_ERROR')
    return { verdict: 'DIFFERENT', comparison: { ...NOTHING_COMPARED, ...circumstances } };
  const measures = compareMeasures(measuresOf(original), measuresNow(graded));
  const files = compareFiles(then.artifacts, graded.produced, kept);
  return {
    verdict: verdictOn(measures, files),
    comparison: { ...NOTHING_COMPARED, ...circumstances, measures, files },
  };
}

/** The verdict if an image is on no engine and in no archive any more. */
export function imageGone(missingImages: { name: string; id: string }[]): Compared {
  return { verdict: 'IMAGE_GONE', comparison: { ...NOTHING_COMPARED, missingImages } };
}

function measuresOf({ metrics, scores }: OriginalRun): Measured[] {
  return [...metrics, ...scores.map(pointsMeasure)];
}

function measuresNow({ result }: Extract<Graded, { outcome: 'SCORED' }>): Measured[] {
  const metrics = result.metrics.map(({ graded, ...metric }) => ({ ...metric, isGraded: graded }));
  return [...metrics, pointsMeasure(result.points)];
}

function compareFiles(
  then: Readonly<Record<string, string>>,
  produced: readonly ProducedFile[],
  kept: ReadonlyMap<string, Buffer>,
): ReproducedFile[] {
  const now = new Map(produced.map((file) => [file.name, file]));
  const names = [...new Set([...Object.keys(then), ...now.keys()])].sort();
  return names.map((name) => {
    const file = now.get(name);
    const isPrediction = kindOf({ name, phase: file?.phase ?? 'PREDICT' }) === 'PREDICTIONS';
    const isSame = then[name] === file?.digest;
    const before = kept.get(name);
    const rows = !isSame && file && before && name.endsWith('.csv') ? compareRows(before, file.bytes) : null;
    return { name, isPrediction, isSame, rows };
  });
}
