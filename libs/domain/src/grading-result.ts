import { z } from 'zod';
import { METRIC_DIRECTIONS, SPLIT_NAMES } from './statuses.js';

const finite = z.number();
const count = z.int().min(0);

/** One metric on one split with its interval, as the scorer reports it. */
export const metricResult = z.object({
  name: z.string().min(1).max(100),
  label: z.string().min(1).max(200),
  split: z.enum(SPLIT_NAMES),
  value: finite,
  low: finite,
  high: finite,
  n: count,
  direction: z.enum(METRIC_DIRECTIONS),
  unit: z.string().max(40),
  graded: z.boolean(),
  method: z.string().max(200),
  resamples: count,
  level: z.number().gt(0).lt(1),
});
export type MetricResult = z.infer<typeof metricResult>;

/** Points 0-100 of one automatic criterion. */
export const criterionResult = z.object({
  key: z.string().min(1).max(100),
  points: z.number().min(0).max(100),
  low: z.number().min(0).max(100),
  high: z.number().min(0).max(100),
  weight: z.number().min(0),
  countedWeight: z.number().min(0),
  note: z.string().max(2000).nullable(),
});
export type CriterionResult = z.infer<typeof criterionResult>;

export const gateResult = z.object({
  key: z.string().min(1).max(100),
  status: z.enum(['PASSED', 'CAPPED', 'FAILED']),
  value: finite.nullable(),
  limit: finite.nullable(),
  message: z.string().max(2000),
});
export type GateResult = z.infer<typeof gateResult>;

export const findingResult = z.object({
  key: z.string().min(1).max(100),
  severity: z.enum(['INFO', 'WARNING', 'FLAG']),
  message: z.string().max(2000),
});
export type FindingResult = z.infer<typeof findingResult>;

export const sliceResult = z.object({
  attribute: z.string().max(200),
  group: z.string().max(200),
  n: count,
  positives: count,
  metrics: z.record(z.string(), z.object({ value: finite, low: finite, high: finite })),
});
export type SliceResult = z.infer<typeof sliceResult>;

const domain = z.tuple([finite, finite]).nullable();

export const DRAWING_MARKS = ['RIGHT', 'MISSING', 'EXTRA', 'REVERSED', 'LOOSE', 'TOLERATED'] as const;
export type DrawingMark = (typeof DRAWING_MARKS)[number];

/** A drawing of a diagram, with each part compared to the required diagram. */
const markedDrawing = z.object({
  nodes: z
    .array(z.object({ key: z.string().max(100), label: z.string().max(200), mark: z.enum(DRAWING_MARKS) }))
    .max(100),
  edges: z
    .array(z.object({ from: z.string().max(100), to: z.string().max(100), mark: z.enum(DRAWING_MARKS) }))
    .max(2000),
});

export const plotResult = z.object({
  key: z.string().min(1).max(100),
  title: z.string().max(200),
  /**
   * A heatmap has one series per row and one point per cell; a graph has one point per arrow, "from → to"; a drawing has no
   * series.
   */
  kind: z.enum(['line', 'bar', 'scatter', 'heatmap', 'graph', 'drawing']),
  source: z.enum(['HIDDEN_AGGREGATED', 'SAMPLE']),
  xLabel: z.string().max(200),
  yLabel: z.string().max(200),
  xDomain: domain,
  yDomain: domain,
  series: z
    .array(
      z.object({
        name: z.string().max(200),
        role: z.enum(['student', 'reference', 'band', 'diagonal']),
        points: z
          .array(
            z.object({
              x: z.union([finite, z.string().max(200)]),
              y: finite,
              low: finite.nullish(),
              high: finite.nullish(),
              n: count.nullish(),
              /** A picture from the public sample, as a data URL. */
              image: z
                .string()
                .max(100_000)
                .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/)
                .nullish(),
            }),
          )
          .max(5000),
      }),
    )
    .max(50),
  drawing: markedDrawing.nullish(),
  note: z.string().max(2000).nullish(),
});
export type PlotResult = z.infer<typeof plotResult>;

/** What is wrong with a prediction file: file, row and rule, but never a cell's content. */
export const rejectionResult = z.object({
  /** The violated rule as a code, as its template calls it: NOT_FINITE, DUPLICATE_ITEMS, NOT_JSON … */
  code: z.string().regex(/^[A-Z][A-Z0-9_]{2,39}$/),
  message: z.string().min(1).max(2000),
  file: z.string().max(200),
  row: z.int().nullable(),
  rule: z.string().max(500),
});
export type RejectionResult = z.infer<typeof rejectionResult>;

const pointsResult = z.object({
  value: z.number().min(0).max(100),
  low: z.number().min(0).max(100),
  high: z.number().min(0).max(100),
});

const common = { schema: z.literal('holdout.result/1'), split: z.enum(SPLIT_NAMES), passMark: z.number() };

export const scoredResult = z.object({
  ...common,
  status: z.literal('SCORED'),
  rejection: z.null(),
  metrics: z.array(metricResult).max(200),
  criteria: z.array(criterionResult).max(100),
  points: pointsResult,
  gates: z.array(gateResult).max(50),
  findings: z.array(findingResult).max(100),
  slices: z.array(sliceResult).max(500),
  plots: z.array(plotResult).max(50),
  passed: z.boolean(),
});
export type ScoredResult = z.infer<typeof scoredResult>;

export const rejectedResult = z.object({
  ...common,
  status: z.literal('REJECTED'),
  rejection: rejectionResult,
});
export type RejectedResult = z.infer<typeof rejectedResult>;

/** The scorer container's `result.json`. Anything that does not match is a fault of the grader, not of the student. */
export const gradingResult = z.discriminatedUnion('status', [scoredResult, rejectedResult]);
export type GradingResult = z.infer<typeof gradingResult>;
