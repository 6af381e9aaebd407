import { METRIC_DIRECTIONS, RUN_KINDS, SPLIT_NAMES } from '@holdout/domain';
import { z } from 'zod';

/** Names the meaning of the predicate. A change that readers must know of gets a new number. */
export const PREDICATE_TYPE = 'urn:holdout:grading-receipt:1';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.iso.datetime();
const interval = { value: z.number(), low: z.number(), high: z.number() };

/** What produced a result: enough to check it against the deployment, and to compute it again there. */
export const receiptPredicate = z.strictObject({
  run: z.strictObject({ id: z.uuid(), kind: z.enum(RUN_KINDS), attempt: z.int().min(1) }),
  submission: z.strictObject({ sha256, gitCommit: z.string().nullable() }),
  assignment: z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    version: z.int().min(1),
    definitionSha256: sha256,
  }),
  /** Image ids of the student's containers and of the scorer. */
  images: z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/)),
  /** `ownSha256`: of a scorer that the assignment's author wrote, where some metrics are measured by one. */
  scorer: z.strictObject({ template: z.string(), sha256, ownSha256: sha256.optional() }),
  /** Salted commitments, never plain hashes of hidden rows. */
  splits: z.array(
    z.strictObject({ name: z.enum(SPLIT_NAMES), rows: z.int().min(0), commitment: z.string() }),
  ),
  seed: z.int().nullable(),
  /** SHA-256 of what the student's code made, by name. */
  artifacts: z.record(z.string(), sha256),
  hardware: z.record(z.string(), z.union([z.string(), z.number()])),
  limits: z.record(z.string(), z.unknown()),
  anchors: z.strictObject({ source: z.enum(['MEASURED', 'SHIPPED']), sha256 }),
  metrics: z.array(
    z.strictObject({
      name: z.string(),
      split: z.enum(SPLIT_NAMES),
      direction: z.enum(METRIC_DIRECTIONS),
      value: z.number(),
      ci: z.strictObject({
        level: z.number(),
        low: z.number(),
        high: z.number(),
        method: z.string(),
        resamples: z.int(),
      }),
    }),
  ),
  points: z.strictObject(interval),
  passed: z.boolean(),
  started: time,
  finished: time,
});
export type ReceiptPredicate = z.infer<typeof receiptPredicate>;

/** The statement in a receipt's envelope. */
export const receiptStatement = z.looseObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: receiptPredicate,
});

/** A metric as a credential states it: the value with its interval. The same numbers give the same text. */
export function metricText({ value, ci }: ReceiptPredicate['metrics'][number]): string {
  return `${number(value)} (${number(ci.low)} to ${number(ci.high)})`;
}

/** Four significant digits after the point at most: more would claim what no interval here can carry. */
const number = (value: number): string => String(Number(value.toPrecision(4)));
