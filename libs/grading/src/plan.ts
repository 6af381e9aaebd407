import { z } from 'zod';
import { GraderFaultError } from './faults.js';
import type { GradingDeps, GradingInput } from './grading.types.js';
import { outputOf, runScorer } from './scorer-command.js';
import { readTar, type TarFiles } from './tar.js';

const callsFile = z.object({
  calls: z.array(z.object({ name: z.string(), visible: z.boolean(), files: z.array(z.string()) })),
  trainings: z.array(
    z.object({ name: z.string(), files: z.array(z.string()), predicts: z.string().default('hidden') }),
  ),
});

/** Which predict calls and retrainings a run makes, with their files. */
export interface Plan {
  calls: readonly { name: string; isVisible: boolean }[];
  trainings: readonly { name: string; predicts: string }[];
  /** Files of a call or training, by name below its folder. */
  filesOf(name: string): TarFiles;
  callsJson: Buffer;
  /** What ids stand for. Only for `score`. */
  secretJson: Buffer;
}

/** Retrainings on shuffled labels that a certification run makes at least, where the assignment has that probe. */
export const MIN_PERMUTATIONS = 5;

/** How many retrainings a run makes. */
export function permutationsOf({ definition, kind }: Pick<GradingInput, 'definition' | 'kind'>): number {
  const count = definition.probes.permutedRetrains?.count ?? 0;
  return scorerKind(kind) === 'PRACTICE' || count === 0 ? 0 : Math.max(MIN_PERMUTATIONS, count);
}

/** The scorer knows two kinds: everything that counts is graded as a certification is. */
export function scorerKind(kind: GradingInput['kind']): 'PRACTICE' | 'CERTIFICATION' {
  return kind === 'PRACTICE' || kind === 'DRY_RUN' ? 'PRACTICE' : 'CERTIFICATION';
}

/** The bundles as inputs of the scorer. */
export function bundleInputs(
  publicFiles: TarFiles,
  hiddenFiles: TarFiles,
): { path: string; bytes: Buffer }[] {
  const below = (folder: string, files: TarFiles) =>
    [...files].map(([name, bytes]) => ({ path: `${folder}/${name}`, bytes }));
  return [...below('in/public', publicFiles), ...below('in/hidden', hiddenFiles)];
}

/** @throws GraderFaultError @throws SandboxUnavailableError */
export async function makePlan(
  deps: GradingDeps,
  input: GradingInput,
  bundles: { publicFiles: TarFiles; hiddenFiles: TarFiles },
  signal: AbortSignal,
): Promise<Plan> {
  const { definition } = input;
  const { outputs } = await runScorer(deps, {
    name: 'plan',
    definition,
    job: {
      kind: scorerKind(input.kind),
      split: input.split,
      saltHex: input.salt,
      permutations: permutationsOf(input),
    },
    inputs: bundleInputs(bundles.publicFiles, bundles.hiddenFiles),
    outputs: { calls: 'calls.tar', secret: 'secret.json' },
    limits: definition.limits.score,
    labels: input,
    signal,
  });
  const files = await readTar(outputOf(outputs, 'calls'));
  const callsJson = files.get('calls.json');
  if (!callsJson) throw new GraderFaultError("The scorer's plan has no calls.json.");
  const { calls, trainings } = callsFile.parse(JSON.parse(callsJson.toString('utf8')));
  return {
    calls: calls.map(({ name, visible }) => ({ name, isVisible: visible })),
    trainings,
    filesOf: (name) => below(files, name),
    callsJson,
    secretJson: outputOf(outputs, 'secret'),
  };
}

/** Files below a folder, without it. */
export function below(files: TarFiles, folder: string): TarFiles {
  const prefix = `${folder}/`;
  return new Map(
    [...files]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, bytes]) => [name.slice(prefix.length), bytes]),
  );
}
