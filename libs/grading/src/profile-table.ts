import { tableProfile, type TableProfile } from '@holdout/domain';
import { z } from 'zod';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import type { GradingDeps } from './grading.types.js';
import { convertedData } from './parquet/converted-data.js';
import { problemsFile } from './scorer-problems.js';
import { outputOf, runScorer } from './scorer-command.js';
import { SPLIT_LIMITS } from './split-dataset.js';

const profileFile = z.object({ problems: problemsFile, table: tableProfile.nullable() });

export type ProfiledTable =
  { table: TableProfile; problems: readonly [] } | { table: null; problems: readonly AssignmentProblem[] };

/**
 * What a labelled table holds, by the scorer in its container.
 * @throws GraderFaultError @throws SandboxUnavailableError
 */
export async function profileTable(
  deps: GradingDeps,
  file: { name: string; bytes: Buffer },
  labels: { runId: string; organizationId: string },
): Promise<ProfiledTable> {
  const converted = await convertedData({
    definition: { dataset: { file: `data/${file.name}` } },
    data: new Map([[file.name, file.bytes]]),
  });
  if ('problem' in converted) return { table: null, problems: [converted.problem] };
  const { outputs } = await runScorer(deps, {
    name: 'profile',
    definition: converted.definition,
    job: {},
    inputs: [...converted.data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
    outputs: { profile: 'profile.json' },
    limits: SPLIT_LIMITS,
    labels,
  });
  const found = profileFile.parse(JSON.parse(outputOf(outputs, 'profile').toString('utf8')));
  if (found.table) return { table: found.table, problems: [] };
  return {
    table: null,
    problems: found.problems.map(({ file: place, message, line, column, suggestion }) =>
      problemOf(place, message, { line, column, suggestion: suggestion || null }),
    ),
  };
}
