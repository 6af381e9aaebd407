import { z } from 'zod';
import { splitDiagram } from './diagram/split-diagram.js';
import { tellProblem } from './assignment-problem.js';
import { GraderFaultError } from './faults.js';
import type { GradingDeps } from './grading.types.js';
import type { LoadedAssignment } from './load-assignment.js';
import { convertedData } from './parquet/converted-data.js';
import { OWN_SCORER } from './own-scorer.js';
import { outputOf, runScorer } from './scorer-command.js';
import { readTar, writeTar } from './tar.js';

const MIB = 1024 * 1024;
/** Of commands over a whole dataset: `split` and `validate`. */
export const SPLIT_LIMITS = {
  wallSeconds: 300,
  memoryBytes: 1536 * MIB,
  cpus: 1,
  pids: 64,
  diskBytes: 768 * MIB,
  logBytes: 65_536,
  outputBytes: 512 * MIB,
};

const splitReport = z.looseObject({
  parts: z.record(z.string(), z.looseObject({ rows: z.int().min(0), commitment: z.string().min(1) })),
  drift: z
    .array(z.object({ column: z.string(), size: z.number(), unseenLevels: z.int().min(0) }))
    .default([]),
});

export interface SplitDataset {
  /** Tar of data/…: what students get. */
  publicBundle: Buffer;
  /** Tar of hidden rows, labels, planted truth and the author's own scorer. Never leaves the vault and the scorer. */
  hiddenBundle: Buffer;
  parts: Record<string, { rows: number; commitment: string }>;
  /** Columns that differ most between train and private rows; 0 is no difference. For the author only. */
  drift: readonly { column: string; size: number; unseenLevels: number }[];
}

/**
 * Cut an assignment's dataset by its rule and the deployment's secret. The same secret and index give the same split;
 * index 0 is the one that students are graded on, others serve for calibration.
 * @throws GraderFaultError when the scorer refuses the assignment
 * @throws AssignmentInvalidError when the key of a diagram does not fit its labels
 * @throws SandboxUnavailableError when the machine is at fault
 */
export async function splitDataset(
  deps: GradingDeps,
  assignment: Pick<LoadedAssignment, 'definition' | 'data' | 'scorer'>,
  options: {
    secretHex: string;
    splitIndex: number;
    runId: string;
    organizationId: string;
    signal?: AbortSignal;
  },
): Promise<SplitDataset> {
  if (assignment.definition.diagram) return splitDiagram(assignment, assignment.definition.diagram, options);
  const converted = await convertedData(assignment);
  if ('problem' in converted) throw new GraderFaultError(tellProblem(converted.problem));
  const { definition, data } = converted;
  const { secretHex, splitIndex, runId, organizationId, signal } = options;
  const { outputs } = await runScorer(deps, {
    name: 'split',
    definition,
    job: { secretHex, splitIndex },
    inputs: [...data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
    outputs: { public: 'bundle-public.tar', hidden: 'bundle-hidden.tar', split: 'split.json' },
    limits: SPLIT_LIMITS,
    labels: { runId, organizationId },
    signal,
  });
  return {
    publicBundle: outputOf(outputs, 'public'),
    hiddenBundle: await withScorer(outputOf(outputs, 'hidden'), assignment.scorer),
    ...splitReport.parse(JSON.parse(outputOf(outputs, 'split').toString('utf8'))),
  };
}

/** The bundle with what judges it beside. */
async function withScorer(bundle: Buffer, scorer: Buffer | null): Promise<Buffer> {
  return scorer ? writeTar(new Map([...(await readTar(bundle)), [OWN_SCORER, scorer]])) : bundle;
}
