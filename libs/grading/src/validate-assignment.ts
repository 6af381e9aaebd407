import type { MetricResult } from '@holdout/domain';
import type { AssignmentFolder } from './assignment-folder.js';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import { GraderFaultError } from './faults.js';
import type { GradingDeps } from './grading.types.js';
import { readAssignment, type LoadedAssignment } from './load-assignment.js';
import { DEFINITION, type ReadDefinition } from './read-definition.js';
import { referenceProblems } from './reference-kits.js';
import { outputOf, runScorer } from './scorer-command.js';
import { problemsFile } from './scorer-problems.js';
import { SPLIT_LIMITS } from './split-dataset.js';
import { convertedData } from './parquet/converted-data.js';
import { isMapping } from './template-defaults.js';
import { tryOwnScorer } from './try-own-scorer.js';

export interface ValidatedAssignment {
  problems: readonly AssignmentProblem[];
  /** Null when there are problems. */
  loaded: LoadedAssignment | null;
  /** What the author's own scorer measured of the naive reference; null without one, and when there are problems. */
  trial: readonly MetricResult[] | null;
}

/**
 * Everything that is wrong with an assignment's folder, at once: its definition, its files, and by the scorer in its
 * container the dataset. The author's own scorer is tried last.
 * @throws GraderFaultError @throws SandboxUnavailableError
 */
export async function validateAssignment(
  deps: GradingDeps,
  source: AssignmentFolder | string,
  labels: { runId: string; organizationId: string },
  signal?: AbortSignal,
): Promise<ValidatedAssignment> {
  const { read, data, loaded, problems } = await readAssignment(source);
  const found = [...problems, ...(loaded ? await referenceProblems(loaded) : [])];
  if (read?.merged && canBeTried(read.merged, data.size)) {
    const known = new Set(problems.map(({ path }) => path));
    const ofScorer = await scorerProblems(deps, read, data, labels, signal);
    found.push(...ofScorer.filter(({ path }) => !known.has(path)));
  }
  if (!loaded || found.length > 0) return { problems: found, loaded: null, trial: null };
  if (!loaded.scorer) return { problems: [], loaded, trial: null };
  // What does not hold together cannot be run; once it does, what the author wrote is.
  const { metrics, problems: ofTrial } = await tryOwnScorer(deps, loaded, labels, signal);
  return { problems: ofTrial, loaded: metrics && loaded, trial: metrics };
}

/** An exercise is drawn and has no data; anything else is looked at when its data is there. */
function canBeTried(merged: Readonly<Record<string, unknown>>, files: number): boolean {
  // A diagram is compared by the platform itself; the scorer has no template for it.
  if (merged['template'] === 'diagram') return false;
  return merged['template'] === 'exercise' || (isMapping(merged['dataset']) && files > 0);
}

async function scorerProblems(
  deps: GradingDeps,
  { merged, defaults, lineOf }: ReadDefinition,
  data: LoadedAssignment['data'],
  labels: { runId: string; organizationId: string },
  signal?: AbortSignal,
): Promise<AssignmentProblem[]> {
  const converted = await convertedData({ definition: merged ?? {}, data });
  if ('problem' in converted) return [converted.problem];
  const { outputs } = await runScorer(deps, {
    name: 'validate',
    definition: converted.definition,
    job: {},
    inputs: [
      { path: 'in/defaults.json', bytes: Buffer.from(JSON.stringify(defaults)) },
      ...[...converted.data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
    ],
    outputs: { problems: 'problems.json' },
    limits: SPLIT_LIMITS,
    labels,
    signal,
  }).catch((error: unknown) => {
    // The scorer stumbled over something that its checks do not know: say so instead of nothing.
    if (!(error instanceof GraderFaultError)) throw error;
    return { outputs: new Map([['problems', Buffer.from(JSON.stringify([stumbled(error)]))]]) };
  });
  return problemsFile
    .parse(JSON.parse(outputOf(outputs, 'problems').toString('utf8')))
    .map(({ path, file, line, column, message, suggestion }) =>
      problemOf(file || DEFINITION, message, {
        line: file === DEFINITION || file === '' ? lineOf(path) : line,
        path: path || null,
        column,
        suggestion: suggestion || null,
      }),
    );
}

function stumbled(error: GraderFaultError) {
  return {
    path: '',
    file: DEFINITION,
    line: null,
    column: null,
    message: error.message,
    suggestion: 'Compare the file with the README for authors.',
  };
}
