import { gradingResult, type GradingResult, type RejectedResult, type ScoredResult } from '@holdout/domain';
import { GraderFaultError, StudentFault } from './faults.js';
import type { GradingDeps, GradingInput, PhaseUsage } from './grading.types.js';
import { differs, OWN_SCORER, runOwnScorer } from './own-scorer.js';
import { bundleInputs, scorerKind, type Plan } from './plan.js';
import { outputOf, runScorer, type ScorerCommand } from './scorer-command.js';
import type { Produced } from './student-program.js';
import type { TarFiles } from './tar.js';

/** Everything that the student's code produced and the scorer reads, by the call's name. */
export type Products = ReadonlyMap<string, Produced>;

export interface Scored {
  result: ScoredResult;
  resamples: readonly number[];
}

/**
 * SCORE: predictions and labels meet in a container without student code. An author's own scorer is asked before, in one
 * of its own.
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
  const command = {
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
    limits: definition.limits.score,
    labels: input,
    signal,
  };
  const source = bundles.hiddenFiles.get(OWN_SCORER);
  const own = source && definition.scorer ? await scoreOwn(deps, input, command, source) : null;
  if (own?.rejected) return { scored: own.rejected, usage: own.usage };
  const { outputs, usage } = await runScorer(deps, {
    ...command,
    name: 'score',
    inputs: [...command.inputs, ...(own ? [{ path: 'in/own.json', bytes: own.found }] : [])],
    outputs: { result: 'result.json', resamples: 'resamples.f64' },
    optional: ['resamples'],
  });
  const data = readResult(outputOf(outputs, 'result'), split);
  const whole = own ? together([own.usage, usage]) : usage;
  if (data.status === 'REJECTED') return { scored: data, usage: whole };
  return { scored: { result: data, resamples: readDoubles(outputOf(outputs, 'resamples')) }, usage: whole };
}

type OwnScored = { usage: PhaseUsage } & ({ rejected: RejectedResult } | { rejected: null; found: Buffer });

/** The rows go from the platform's scorer to the author's own: what a student left is read by the platform alone. */
async function scoreOwn(
  deps: GradingDeps,
  input: GradingInput,
  command: Omit<ScorerCommand, 'name' | 'outputs'>,
  source: Buffer,
): Promise<OwnScored> {
  const { outputs, usage } = await runScorer(deps, {
    ...command,
    name: 'rows',
    outputs: { rows: 'rows.npz', result: 'result.json' },
    optional: ['rows', 'result'],
  });
  const refused = outputs.get('result');
  if (refused) {
    const rejected = readResult(refused, input.split);
    if (rejected.status === 'REJECTED') return { rejected, usage };
  }
  const { isTrial = false } = input;
  const job = { rows: outputOf(outputs, 'rows'), source, isTrial };
  const signal = command.signal ?? new AbortController().signal;
  const first = await runOwnScorer(deps, input, job, signal);
  const usages = [usage, first.usage];
  if (isTrial) {
    const again = await runOwnScorer(deps, input, job, signal);
    usages.push(again.usage);
    if (!again.found.equals(first.found)) throw differs(input.definition.scorer?.file ?? OWN_SCORER);
  }
  return { rejected: null, found: first.found, usage: together(usages) };
}

/** One step of several containers, one after the other. */
function together(usages: readonly PhaseUsage[]): PhaseUsage {
  const sum = (of: (usage: PhaseUsage) => number | undefined) =>
    usages.reduce((total, usage) => total + (of(usage) ?? 0), 0);
  return {
    wallMs: sum(({ wallMs }) => wallMs),
    userSeconds: sum(({ userSeconds }) => userSeconds),
    systemSeconds: sum(({ systemSeconds }) => systemSeconds),
    maxRssBytes: Math.max(...usages.map(({ maxRssBytes }) => maxRssBytes ?? 0)),
    warm: usages.every(({ warm }) => warm),
  };
}

/** @throws GraderFaultError when the result is not what the schema says */
function readResult(bytes: Buffer, split: GradingInput['split']): GradingResult {
  const parsed = gradingResult.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GraderFaultError(
      `The scorer's result breaks its schema at ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }
  if (parsed.data.split !== split)
    throw new GraderFaultError(`The scorer scored ${parsed.data.split}, not ${split}.`);
  return parsed.data;
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
