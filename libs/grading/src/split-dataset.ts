import { z } from 'zod';
import { splitDiagram } from './diagram/split-diagram.js';
import type { GradingDeps } from './grading.types.js';
import type { LoadedAssignment } from './load-assignment.js';
import { outputOf, runScorer } from './scorer-command.js';

const MIB = 1024 * 1024;
const LIMITS = {
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
});

export interface SplitDataset {
  /** Tar of data/…: what students get. */
  publicBundle: Buffer;
  /** Tar of hidden rows, labels and planted truth. Never leaves the vault and the scorer. */
  hiddenBundle: Buffer;
  parts: Record<string, { rows: number; commitment: string }>;
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
  assignment: Pick<LoadedAssignment, 'definition' | 'data'>,
  options: {
    secretHex: string;
    splitIndex: number;
    runId: string;
    organizationId: string;
    signal?: AbortSignal;
  },
): Promise<SplitDataset> {
  const { definition, data } = assignment;
  if (definition.diagram) return splitDiagram(assignment, definition.diagram, options);
  const { secretHex, splitIndex, runId, organizationId, signal } = options;
  const { outputs } = await runScorer(deps, {
    name: 'split',
    definition,
    job: { secretHex, splitIndex },
    inputs: [...data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
    outputs: { public: 'bundle-public.tar', hidden: 'bundle-hidden.tar', split: 'split.json' },
    limits: LIMITS,
    labels: { runId, organizationId },
    signal,
  });
  return {
    publicBundle: outputOf(outputs, 'public'),
    hiddenBundle: outputOf(outputs, 'hidden'),
    parts: splitReport.parse(JSON.parse(outputOf(outputs, 'split').toString('utf8'))).parts,
  };
}
