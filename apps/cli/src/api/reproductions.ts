import { REPRODUCTION_AGREEMENTS, REPRODUCTION_VERDICTS } from '@holdout/domain';
import { z } from 'zod';
import { operation } from './operation.js';

const FIELDS = `
  id
  originalRunId
  runId
  verdict
  measures { name label unit agreement original reproduced tolerance }
  files { name isPrediction isSame rows { count changed largest } }
  missingImages { name id }
  isSameHardware
  isSameAnchors
  isSameScorer`;

const reproduction = z.object({
  id: z.string(),
  originalRunId: z.string(),
  runId: z.string(),
  /** null: it goes on. */
  verdict: z.enum(REPRODUCTION_VERDICTS).nullable(),
  measures: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      unit: z.string(),
      agreement: z.enum(REPRODUCTION_AGREEMENTS),
      original: z.number().nullable(),
      reproduced: z.number().nullable(),
      tolerance: z.number().nullable(),
    }),
  ),
  files: z.array(
    z.object({
      name: z.string(),
      isPrediction: z.boolean(),
      isSame: z.boolean(),
      rows: z.object({ count: z.int(), changed: z.int(), largest: z.number().nullable() }).nullable(),
    }),
  ),
  missingImages: z.array(z.object({ name: z.string(), id: z.string() })),
  isSameHardware: z.boolean(),
  isSameAnchors: z.boolean(),
  isSameScorer: z.boolean(),
});
/** A run that repeats another one, and how the two compare. */
export type Reproduction = z.infer<typeof reproduction>;

export const reproduceMutation = operation<{ runId: string }>()(
  `mutation Reproduce($runId: ID!) { reproduceRun(runId: $runId) { ${FIELDS} } }`,
  z.object({ reproduceRun: reproduction }),
);

export const reproductionQuery = operation<{ runId: string }>()(
  `query Reproduction($runId: ID!) { run(id: $runId) { reproduction { ${FIELDS} } } }`,
  z.object({ run: z.object({ reproduction: reproduction.nullable() }) }),
);
