import { request, type Access } from '../api/client.js';
import { metricDefinitionsQuery } from '../api/documents.js';
import { followRun } from '../api/run-stream.js';
import type { Run } from '../api/run.js';
import type { CommandContext } from '../command-context.js';
import { InterruptedError } from '../errors.js';
import { Failure } from '../failure.js';
import { EXIT, exitCodeOf, type ExitCode } from '../output/exit-code.js';
import { jsonOfRun, type JsonResult } from '../output/json-result.js';
import { nextSteps } from '../output/next-steps.js';
import { RunProgress } from '../output/run-progress.js';
import { sayReport, type Anchors } from '../output/run-report.js';

/** Follow a run to its end and tell how it ended. `known` is what `--json` tells if following fails. */
export async function followToEnd(
  context: CommandContext,
  access: Access,
  runId: string,
  known: Partial<JsonResult>,
): Promise<ExitCode> {
  const { screen } = context;
  const run = await followRunShown(context, access, runId, known);
  if (screen.isJson) screen.json(jsonOfRun(run));
  else sayReport(screen, run, await anchorsOf(access, run), nextSteps(run, access.url));
  return exitCodeOf(run.outcome);
}

/** Show a run's progress until it ends. */
export async function followRunShown(
  { screen, world }: CommandContext,
  access: Access,
  runId: string,
  known: Partial<JsonResult>,
): Promise<Run> {
  const progress = new RunProgress(screen);
  try {
    return await followRun(access, runId, progress, world.signal);
  } catch (error) {
    throw new Failure(error instanceof InterruptedError ? stillGoing(runId) : error, EXIT.OTHER, {
      ...known,
      runId,
    });
  } finally {
    progress.finish();
  }
}

function stillGoing(runId: string): InterruptedError {
  return new InterruptedError(
    `The run goes on. Follow it with: holdout watch ${runId}\nEnd it with:         holdout cancel ${runId}`,
  );
}

async function anchorsOf(access: Access, run: Run): Promise<Anchors> {
  if (run.metrics.length === 0) return new Map();
  const { assignment } = await request(access, metricDefinitionsQuery, { slug: run.assignment.slug });
  return new Map(assignment.version?.metrics.map((metric) => [metric.name, metric]));
}
