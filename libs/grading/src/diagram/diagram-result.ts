import type { Drawing, DrawingGrade } from '@holdout/diagram';
import { weightedPoints, type DiagramFeedback, type MetricResult, type ScoredResult } from '@holdout/domain';
import type { AssignmentDefinition } from '../assignment-definition.js';
import { GraderFaultError } from '../faults.js';
import type { GradingInput } from '../grading.types.js';
import { findingsOf } from './diagram-findings.js';
import { markedDrawing } from './marked-drawing.js';

interface GradedDrawing {
  drawing: Drawing;
  grade: DrawingGrade;
  feedback: DiagramFeedback;
}

/** A graded drawing, in the same form as every scorer's result. Nothing is sampled, so intervals are points. */
export function diagramResult(
  { definition, split }: Pick<GradingInput, 'definition' | 'split'>,
  { labels }: NonNullable<AssignmentDefinition['diagram']>,
  { drawing, grade, feedback }: GradedDrawing,
): ScoredResult {
  const values = creditsOf(grade);
  const valueOf = (name: string) => {
    const value = values[name];
    if (!value) throw new GraderFaultError(`A drawing has no metric "${name}".`);
    return value;
  };
  const metrics = definition.metrics.map(({ name, label, direction, unit, graded }): MetricResult => {
    const { value, n } = valueOf(name);
    return {
      name,
      label,
      direction,
      unit,
      graded,
      split,
      value,
      low: value,
      high: value,
      n,
      method: 'exact',
      resamples: 0,
      level: 0.95,
    };
  });
  const criteria = definition.criteria
    .filter(({ mode }) => mode === 'AUTO')
    .map(({ key, weight, metrics: names }) => {
      const shares = names.map((name) => ({ points: 100 * valueOf(name).value, weight: 1 }));
      const points = weightedPoints(shares) ?? 0;
      return { key, points, low: points, high: points, weight, countedWeight: weight, note: null };
    });
  const value = weightedPoints(criteria) ?? 0;
  return {
    schema: 'holdout.result/1',
    status: 'SCORED',
    rejection: null,
    split,
    passMark: definition.passMark,
    metrics,
    criteria,
    points: { value, low: value, high: value },
    gates: [],
    findings: findingsOf(grade, feedback, labels),
    slices: [],
    plots: feedback === 'COUNTS' ? [] : [markedDrawing(drawing, grade, feedback, labels)],
    passed: value >= definition.passMark,
  };
}

function creditsOf({
  credit,
  nodes,
  edges,
  loops,
}: DrawingGrade): Record<string, { value: number; n: number }> {
  return {
    labels: { value: credit.nodes, n: nodes.right.length + nodes.loose.length + nodes.missing.length },
    arrows: { value: credit.edges, n: edges.right.length + edges.reversed.length + edges.missing.length },
    loops: { value: credit.loops, n: loops.closed.length + loops.open.length },
  };
}
