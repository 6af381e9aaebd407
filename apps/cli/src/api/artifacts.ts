import { ARTIFACT_KINDS } from '@holdout/domain';
import { z } from 'zod';
import { operation } from './operation.js';

const artifact = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ARTIFACT_KINDS),
  digest: z.string(),
  bytes: z.int(),
  deletedAt: z.string().nullable(),
});
/** A file that the code left in a run. */
export type Artifact = z.infer<typeof artifact>;

export const artifactsQuery = operation<{ runId: string }>()(
  `query Artifacts($runId: ID!) { run(id: $runId) { artifacts { id name kind digest bytes deletedAt } } }`,
  z.object({ run: z.object({ artifacts: z.array(artifact) }) }),
);
