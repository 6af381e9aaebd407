import { gradingResult, type RejectedResult, type ScoredResult } from '@holdout/domain';
import { GraderFaultError, StudentFault } from './faults.js';
import type { GradingDeps, GradingInput, PhaseUsage } from './grading.types.js';
import { bundleInputs, scorerKind, type Plan } from './plan.js';
import { outputOf, runScorer } from './scorer-command.js';
import type { Produced } from './student-program.js';
import type { TarFiles } from './tar.js';

/** Everything that the student's code produced and the scorer reads, by the call's name. */
export type Products = ReadonlyMap<string, Produced>;

export interface Scored {
  result: ScoredResult;
  resamples: readonly number[];
}

/**
 * SCORE: predictions and labels meet in a container without student code.
 * @throws GraderFaultError when the result is not what the schema says
 * @throws SandboxUnavailableError
 */
export async function score(
  deps: GradingDeps,
  input: GradingInput,
  bundles: { publicFiles: TarFiles; hiddenFiles: TarFiles },
  plan: Plan,
  products: Products,
  signal: AbortSignal,
): Promise<{ scored: Scored | RejectedResult; usage: PhaseUsage }> {
  const { definition, split, resampleSeed, anchors, measured } = input;
  const { outputs, usage } = await runScorer(deps, {
    name: 'score',
    definition,
    job: { kind: scorerKind(input.kind), split, seed: input.seed, resampleSeed, anchors, measured },
    inputs: [
      ...bundleInputs(bundles.publicFiles, bundles.hiddenFiles),
      { path: 'in/plan/calls.json', bytes: plan.callsJson },
      { path: 'in/plan/secret.json', bytes: plan.secretJson },
      ...[...products].flatMap(([call, { files }]) =>
        [...files].map(([file, bytes]) => ({ path: `in/outputs/${call}/${file}`, bytes })),
      ),
      { path: 'in/outputs/usage.json', bytes: usageJson(products) },
    ],
    outputs: { result: 'result.json', resamples: 'resamples.f64' },
    optional: ['resamples'],
    limits: definition.limits.score,
    labels: input,
    signal,
  });
  const parsed = gradingResult.safeParse(JSON.parse(outputOf(outputs, 'result').toString('utf8')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GraderFaultError(
      `The scorer's result breaks its schema at ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }
  const { data } = parsed;
  if (data.split !== split) throw new GraderFaultError(`The scorer scored ${data.split}, not ${split}.`);
  if (data.status === 'REJECTED') return { scored: data, usage };
  return { scored: { result: data, resamples: readDoubles(outputOf(outputs, 'resamples')) }, usage };
}

/** A rejected file as what the run shows. It names file, row and rule, never a cell's text. */
export function predictionsRejected({ rejection }: RejectedResult): StudentFault {
  const isReport = rejection.code === 'REPORT_MALFORMED';
  return new StudentFault({
    reason: 'PREDICTIONS_REJECTED',
    phase: isReport ? 'TRAIN' : 'PREDICT',
    message: rejection.message,
    file: rejection.file,
    ...(rejection.row === null ? {} : { line: rejection.row }),
    rule: rejection.rule,
    code: rejection.code,
  });
}

/** What each call took: the scorer judges latency and says which optional calls were left out. */
function usageJson(products: Products): Buffer {
  const entries = [...products].map(([call, { usage, status }]) => [call, { ...usage, status }]);
  return Buffer.from(JSON.stringify(Object.fromEntries(entries)));
}

/** Little-endian 64-bit floats. @throws GraderFaultError for a torn vector or values that are not finite */
function readDoubles(bytes: Buffer): number[] {
  const values = Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) =>
    bytes.readDoubleLE(index * 8),
  );
  if (bytes.length % 8 !== 0 || !values.every(Number.isFinite))
    throw new GraderFaultError("The scorer's resamples are malformed.");
  return values;
}
