import {
  criterionResult,
  findingResult,
  gateResult,
  latenessJson,
  plotResult,
  sliceResult,
  type CriterionMode,
  type Skill,
  type WorkflowStep,
} from '@holdout/domain';
import { z } from 'zod';
import type { PlotType } from './plots.types.js';
import type { RunRow } from './run-view.js';
import type { LadderReleaseType, ScoreType } from './scores.types.js';

type ScoreRow = RunRow['scores'][number];

/** A criterion of the rubric that a score was made under. */
export interface RubricCriterion {
  key: string;
  title: string;
  workflowStep: WorkflowStep;
  mode: CriterionMode;
  weight: number;
  advice: string;
  skills: Skill[];
}

const ladderRelease = z
  .object({
    isReleased: z.boolean(),
    shownPoints: z.number(),
    shownRunId: z.string(),
    message: z.string(),
  })
  .nullish();

/** What the Ladder said about a practice score; null for other runs. */
export function toLadder(json: unknown): LadderReleaseType | null {
  return ladderRelease.parse(json) ?? null;
}

/** Points per criterion in the order of the rubric. A manual one has no points until it is graded. */
export function criteriaOf(json: unknown, rubric: readonly RubricCriterion[]) {
  const results = new Map(
    z
      .array(criterionResult)
      .parse(json)
      .map((result) => [result.key, result]),
  );
  return rubric.map((criterion) => {
    const { key, title, workflowStep, mode, advice, skills } = criterion;
    const result = results.get(key);
    return {
      key,
      title,
      workflowStep,
      mode,
      advice,
      skills,
      points: result?.points ?? null,
      low: result?.low ?? null,
      high: result?.high ?? null,
      weight: result?.weight ?? criterion.weight,
      countedWeight: result?.countedWeight ?? 0,
      note: result?.note ?? (mode === 'MANUAL' && !result ? 'Graded by a person; not graded yet.' : null),
    };
  });
}

/** What a score is drawn as. */
export function toPlots(json: unknown): PlotType[] {
  return z.array(plotResult).parse(json).map(toPlot);
}

function toPlot(plot: z.infer<typeof plotResult>): PlotType {
  return {
    ...plot,
    note: plot.note ?? null,
    drawing: plot.drawing ?? null,
    series: plot.series.map((series) => ({
      ...series,
      points: series.points.map(({ x, y, low, high, n, image }) => ({
        x: typeof x === 'number' ? x : null,
        label: typeof x === 'string' ? x : null,
        y,
        low: low ?? null,
        high: high ?? null,
        n: n ?? null,
        image: image ?? null,
      })),
    })),
  };
}

export function toScore(row: ScoreRow, rubric: readonly RubricCriterion[]): ScoreType {
  const { id, split, value, low, high, passMark, isPassed, isProvisional, anchorsSource, createdAt } = row;
  return {
    id,
    split,
    value,
    low,
    high,
    passMark,
    isPassed,
    isProvisional,
    anchorsSource,
    createdAt,
    criteria: criteriaOf(row.criteria, rubric),
    gates: z.array(gateResult).parse(row.gates),
    findings: z.array(findingResult).parse(row.findings),
    slices: z
      .array(sliceResult)
      .parse(row.slices)
      .map(({ metrics, ...slice }) => ({
        ...slice,
        metrics: Object.entries(metrics).map(([name, interval]) => ({ name, ...interval })),
      })),
    plots: toPlots(row.plots),
    ladder: toLadder(row.ladder),
    lateness: latenessJson.parse(row.lateness),
  };
}
