import {
  METRIC_DIRECTIONS,
  OUTCOMES,
  PHASE_NAMES,
  PHASE_STATUSES,
  RUN_KINDS,
  RUN_STATUSES,
  SPLIT_NAMES,
} from '@holdout/domain';
import { z } from 'zod';
import { operation } from './operation.js';

const FIELDS = `
  id
  kind
  status
  outcome
  reason
  message
  isCancelRequested
  isHeld
  errorDetail { phase file line rule }
  queue { position etaSeconds }
  phases { id name label status attempt position limitSeconds wallMs }
  submission { id }
  assignment { slug title }
  score {
    value low high passMark isPassed isProvisional anchorsSource split
    gates { key status value limit message }
    findings { key severity message }
    ladder { isReleased message }
  }
  metrics { name label split value low high n direction unit isGraded }`;

const metric = z.object({
  name: z.string(),
  label: z.string(),
  split: z.enum(SPLIT_NAMES),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.int(),
  direction: z.enum(METRIC_DIRECTIONS),
  unit: z.string(),
  isGraded: z.boolean(),
});
export type Metric = z.infer<typeof metric>;

const phase = z.object({
  id: z.string(),
  name: z.enum(PHASE_NAMES),
  label: z.string(),
  status: z.enum(PHASE_STATUSES),
  attempt: z.int(),
  position: z.int(),
  limitSeconds: z.number(),
  wallMs: z.number().nullable(),
});
export type Phase = z.infer<typeof phase>;

const score = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  passMark: z.number(),
  isPassed: z.boolean(),
  isProvisional: z.boolean(),
  anchorsSource: z.string(),
  split: z.enum(SPLIT_NAMES),
  gates: z.array(
    z.object({
      key: z.string(),
      status: z.string(),
      value: z.number().nullable(),
      limit: z.number().nullable(),
      message: z.string(),
    }),
  ),
  findings: z.array(z.object({ key: z.string(), severity: z.string(), message: z.string() })),
  ladder: z.object({ isReleased: z.boolean(), message: z.string() }).nullable(),
});
export type Score = z.infer<typeof score>;

const run = z.object({
  id: z.string(),
  kind: z.enum(RUN_KINDS),
  status: z.enum(RUN_STATUSES),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
  isCancelRequested: z.boolean(),
  isHeld: z.boolean(),
  errorDetail: z
    .object({
      phase: z.enum(PHASE_NAMES),
      file: z.string().nullable(),
      line: z.int().nullable(),
      rule: z.string().nullable(),
    })
    .nullable(),
  queue: z.object({ position: z.int(), etaSeconds: z.number().nullable() }).nullable(),
  phases: z.array(phase),
  submission: z.object({ id: z.string() }),
  assignment: z.object({ slug: z.string(), title: z.string() }),
  score: score.nullable(),
  metrics: z.array(metric),
});
/** A run as the server describes it, at one moment. */
export type Run = z.infer<typeof run>;

/** Sends the current state first, then every change. */
export const runChangedSubscription = operation<{ runId: string }>()(
  `subscription RunChanged($runId: ID!) { runChanged(runId: $runId) { ${FIELDS} } }`,
  z.object({ runChanged: run }),
);

const logChunk = z.object({
  sequence: z.int(),
  attempt: z.int(),
  phase: z.enum(PHASE_NAMES),
  text: z.string(),
});
export type LogChunk = z.infer<typeof logChunk>;

/** Sends what is there first, then what is added. */
export const runLogSubscription = operation<{ runId: string }>()(
  `subscription RunLog($runId: ID!) { runLogAppended(runId: $runId) { sequence attempt phase text } }`,
  z.object({ runLogAppended: z.array(logChunk) }),
);

export const runLogQuery = operation<{ runId: string }>()(
  `query RunLogSoFar($runId: ID!) { runLog(runId: $runId) { sequence attempt phase text } }`,
  z.object({ runLog: z.array(logChunk) }),
);
