import { t975 } from '@holdout/domain';
import type { Anchors } from '@holdout/grading';
import type { Figures } from '../report.js';
import { PROJECTS, REFERENCES, type Project, type Reference, type ReferenceRun } from './reference-run.js';

/** What each reference should earn on average. */
const GOALS: Readonly<Record<Reference, readonly [number, number]>> = {
  naive: [0, 10],
  simple: [65, 75],
  strong: [85, 95],
};
/** Anchors are written with five digits. */
const ROUNDING = 2e-5;

/** What references earn on splits other than those their anchors come from. */
export interface ReferenceSummary {
  project: Project;
  reference: Reference;
  runs: number;
  points: number;
  low: number;
  high: number;
  passed: number;
  meetsGoal: boolean;
  goal: readonly [number, number];
  /** Metrics whose mean over these runs lies outside of what the anchors lead to expect. */
  surprising: readonly string[];
  metrics: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** Where the mean of a metric over `runs` new splits lies with 95 %, as far as the anchors' own spread tells. */
export function expectedMean(anchors: Anchors, metric: string, reference: Reference, runs: number): Interval {
  const anchor = anchors.metrics[metric] as
    (Record<Reference, number> & { sd: Record<Reference, number>; splits?: number }) | undefined;
  // What hangs on drawn questions alone was measured on more draws than there were splits.
  const splits = anchor?.splits ?? (anchors as { splits?: number }).splits;
  if (!anchor || !splits || splits < 2) throw new RangeError(`The anchors say no spread of ${metric}.`);
  const reach = t975(splits - 1) * anchor.sd[reference] * Math.sqrt(1 / splits + 1 / runs) + ROUNDING;
  return { low: anchor[reference] - reach, high: anchor[reference] + reach };
}

/** Metrics of one run outside of where one new split is expected. */
export function outside(run: ReferenceRun, anchors: Anchors): string[] {
  return shared(run, anchors).filter((metric) => {
    const { low, high } = expectedMean(anchors, metric, run.reference, 1);
    const value = run.metrics[metric] ?? Number.NaN;
    return !(value >= low && value <= high);
  });
}

/** Metrics that have anchors: others are on a scale that the assignment states. */
export function shared(run: ReferenceRun, anchors: Anchors): string[] {
  return Object.keys(run.metrics).filter((metric) => metric in anchors.metrics);
}

/** @param runs scored ones, in any order */
export function summarize(
  runs: readonly ReferenceRun[],
  anchors: Readonly<Partial<Record<Project, Anchors>>>,
): ReferenceSummary[] {
  return PROJECTS.flatMap((project) =>
    REFERENCES.flatMap((reference) => {
      const mine = runs.filter((run) => run.project === project && run.reference === reference);
      const ofProject = anchors[project];
      const [first] = mine;
      if (!first || !ofProject) return [];
      const metrics = shared(first, ofProject);
      const surprising = metrics.filter((metric) => {
        const value = meanOf(mine.map((run) => run.metrics[metric] ?? Number.NaN));
        const { low, high } = expectedMean(ofProject, metric, reference, mine.length);
        return !(value >= low && value <= high);
      });
      const points = meanOf(mine.map((run) => run.points?.value ?? 0));
      const goal = GOALS[reference];
      return [
        {
          project,
          reference,
          runs: mine.length,
          points,
          low: Math.min(...mine.map((run) => run.points?.value ?? 0)),
          high: Math.max(...mine.map((run) => run.points?.value ?? 0)),
          passed: mine.filter(({ isPassed }) => isPassed).length,
          meetsGoal: points >= goal[0] && points <= goal[1],
          goal,
          surprising,
          metrics: metrics.length,
        },
      ];
    }),
  );
}

/** `<project>_<reference>_points`, and how far metrics lie where the anchors lead to expect them. */
export function figuresOf(
  runs: readonly ReferenceRun[],
  summaries: readonly ReferenceSummary[],
  anchors: Readonly<Partial<Record<Project, Anchors>>>,
): Figures {
  const points = summaries.map((each) => [
    `${each.project.replaceAll('-', '_')}_${each.reference}_points`,
    each.points,
  ]);
  const checks = runs.flatMap((run) => {
    const ofProject = anchors[run.project];
    return ofProject ? [{ all: shared(run, ofProject).length, out: outside(run, ofProject).length }] : [];
  });
  const all = sumOf(checks.map((check) => check.all));
  return {
    ...(Object.fromEntries(points) as Figures),
    metrics_inside_anchors_share: all === 0 ? 1 : 1 - sumOf(checks.map((check) => check.out)) / all,
    means_inside_anchors_share:
      1 -
      sumOf(summaries.map(({ surprising }) => surprising.length)) /
        Math.max(1, sumOf(summaries.map(({ metrics }) => metrics))),
    goals_met: summaries.filter(({ meetsGoal }) => meetsGoal).length,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
