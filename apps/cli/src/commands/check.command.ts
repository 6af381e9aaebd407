import path from 'node:path';
import { commandRules } from '@holdout/domain';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors.js';
import { Failure } from '../failure.js';
import { localImages } from '../local/images.js';
import { anchorsOfKit, asFinished, gradeLocally, LOCAL_KIND } from '../local/grade-locally.js';
import { fetchKit, readKit, type Kit } from '../local/kit.js';
import { EXIT, exitCodeBeforeQueueing, exitCodeOf, type ExitCode } from '../output/exit-code.js';
import { jsonMetric, jsonResult } from '../output/json-result.js';
import { RunProgress } from '../output/run-progress.js';
import { sayReport, type Finished } from '../output/run-report.js';
import { assignmentOfDrawing, drawingAt, type DrawingFile } from '../project/drawing-file.js';
import { prepareArchive } from '../project/preflight.js';
import { slugOf, sourceAt } from '../project/source.js';
import { checkDrawing } from './check-drawing.js';
import { publishedAssignment } from './published-assignment.js';
import type { AddCommand } from './command.js';

interface Options {
  assignment?: string;
}

export const addCheck: AddCommand = (program, act) => {
  program
    .command('check')
    .description(
      'Run the same checks as the server here, and score the public sample; of a diagram, check its form',
    )
    .argument('[path]', 'project folder, archive or diagram file', '.')
    .option('-a, --assignment <slug>', 'assignment; by default the one holdout.toml names')
    .option('--json', 'print one JSON object')
    .action(act(check));
};

async function check(context: CommandContext, location: string, options: Options): Promise<ExitCode> {
  const { screen, world } = context;
  const drawing = await drawingAt(path.resolve(world.cwd, location));
  if (drawing) return checkedHere(context, drawing, options);
  const { kit, archive } = await prepare(context, location, options).catch((error: unknown) => {
    throw new Failure(error, exitCodeBeforeQueueing(error), { kind: LOCAL_KIND });
  });
  const progress = new RunProgress(screen);
  const finished = await grade(context, kit, archive, progress).catch((error: unknown) => {
    throw faultOf(error);
  });
  progress.finish();
  if (screen.isJson) screen.json(jsonOfFinished(finished));
  else sayReport(screen, finished, anchorsOfKit(kit), nextSteps(finished, kit));
  return exitCodeOf(world.signal.aborted ? 'CANCELLED' : finished.outcome);
}

async function checkedHere(
  context: CommandContext,
  drawing: DrawingFile,
  options: Options,
): Promise<ExitCode> {
  try {
    const slug = options.assignment ?? assignmentOfDrawing(drawing);
    return checkDrawing(context, drawing, await kitFor(context, path.dirname(drawing.path), slug));
  } catch (error) {
    throw new Failure(error, exitCodeBeforeQueueing(error), { kind: LOCAL_KIND });
  }
}

async function prepare(
  context: CommandContext,
  location: string,
  options: Options,
): Promise<{ kit: Kit; archive: Buffer }> {
  const source = await sourceAt(path.resolve(context.world.cwd, location));
  const slug = options.assignment ?? (await slugOf(source));
  const kit = await kitFor(context, source.kind === 'folder' ? source.path : context.world.cwd, slug);
  const { archiveBytes, unpackedBytes, files } = kit.definition.limits;
  const limits = { archiveBytes, unpackedBytes, files };
  const { bytes } = await prepareArchive(source, {
    slug,
    limits,
    commands: commandRules(kit.definition, 'PRACTICE'),
  });
  return { kit, archive: bytes };
}

/** What `init` left in the project, or else what the server has now. */
async function kitFor(context: CommandContext, folder: string, slug: string): Promise<Kit> {
  const kept = await readKit(folder);
  if (kept?.definition.slug === slug) return kept;
  const access = await context.access();
  return fetchKit(access, await publishedAssignment(access, slug));
}

async function grade(
  { screen, world }: CommandContext,
  kit: Kit,
  archive: Buffer,
  progress: RunProgress,
): Promise<Finished> {
  const local = await localImages(
    (line) => screen.note(screen.style.dim(line)),
    [kit.definition.image, ...(kit.definition.images ?? [])],
  );
  return asFinished(await gradeLocally(local, kit, archive, progress, world.signal));
}

/** What is not the student's doing: no engine, a broken engine, a broken assignment. */
function faultOf(error: unknown): Failure {
  if (error instanceof UsageError) return new Failure(error, EXIT.OTHER, { kind: LOCAL_KIND });
  return new Failure(error, EXIT.INFRASTRUCTURE_ERROR, { kind: LOCAL_KIND, outcome: 'INFRASTRUCTURE_ERROR' });
}

function jsonOfFinished({ outcome, reason, message, kind, score, metrics }: Finished) {
  return jsonResult({
    outcome,
    reason,
    message,
    kind,
    passed: score?.isPassed ?? false,
    points: score && { value: score.value, low: score.low, high: score.high },
    metrics: metrics.map(jsonMetric),
  });
}

function nextSteps({ outcome }: Finished, { definition }: Kit): string[] {
  if (outcome !== 'SCORED')
    return outcome === 'STUDENT_ERROR' ? ['Next: mend it and check again. Nothing was sent.'] : [];
  return [
    'This is the public sample, scored here: what cannot be judged without hidden rows is missing.',
    `Next: holdout submit --assignment ${definition.slug} --wait makes a practice run on hidden rows.`,
  ];
}
