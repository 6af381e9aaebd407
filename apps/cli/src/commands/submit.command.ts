import { AI_USES, type AiUse, type RunKind } from '@holdout/domain';
import { InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { request, withKey, type Access } from '../api/client.js';
import { submitMutation, type NewSubmission } from '../api/documents.js';
import { UploadMemory } from '../api/upload-memory.js';
import { uploadArchive } from '../api/upload.js';
import type { CommandContext } from '../command-context.js';
import { Failure } from '../failure.js';
import { EXIT, exitCodeBeforeQueueing, type ExitCode } from '../output/exit-code.js';
import { duration } from '../output/format.js';
import { jsonResult } from '../output/json-result.js';
import { UploadProgress } from '../output/upload-progress.js';
import { drawingAt } from '../project/drawing-file.js';
import { prepareArchive, readUnchecked } from '../project/preflight.js';
import { slugOf, sourceAt } from '../project/source.js';
import { uploadsFile } from '../settings/paths.js';
import { publishedAssignment } from './published-assignment.js';
import type { AddCommand } from './command.js';
import { followToEnd } from './follow.js';
import { sayPolicy, type Declaration } from './integrity.js';
import { submitDrawing } from './submit-drawing.js';

interface Options {
  assignment?: string;
  certify?: boolean;
  wait?: boolean;
  preflight: boolean;
  aiUse?: AiUse;
  help?: string;
  ownWork?: boolean;
}

export const addSubmit: AddCommand = (program, act) => {
  program
    .command('submit')
    .description('Submit a project folder, an archive of it (tar.gz or zip), or the file of a diagram')
    .argument('[path]', 'project folder, archive or diagram file', '.')
    .option('-a, --assignment <slug>', 'assignment; by default the one holdout.toml names')
    .option('--certify', 'make it a certification run: scored on the private rows, few attempts')
    .option('-w, --wait', 'wait for the result and show it')
    .option('--json', 'print one JSON object')
    .addOption(
      new Option('--ai-use <extent>', 'declare how much AI wrote: none, assistance or substantial').argParser(
        aiUseOf,
      ),
    )
    .option('--declare-help <text>', 'declare who or what helped')
    .option('--own-work', 'confirm that you kept to the integrity policy, which is shown')
    .option('--no-preflight', 'leave all checks to the server')
    .action(
      act((context, location: string, options: Options & { declareHelp?: string }) =>
        submit(context, location, { ...options, help: options.declareHelp }),
      ),
    );
};

async function submit(context: CommandContext, location: string, options: Options): Promise<ExitCode> {
  const { screen } = context;
  const kind: RunKind = options.certify ? 'CERTIFICATION' : 'PRACTICE';
  const queued = await enqueue(context, location, kind, options).catch((error: unknown) => {
    throw new Failure(error, exitCodeBeforeQueueing(error), { kind });
  });
  const known = { submissionId: queued.submissionId, runId: queued.runId, kind };
  if (!screen.isJson || options.wait) screen.note(`Run ${queued.runId}${queued.place}`);
  if (options.wait) return followToEnd(context, queued.access, queued.runId, known);
  if (screen.isJson) screen.json(jsonResult(known));
  else {
    screen.say(`Submitted as ${kind === 'CERTIFICATION' ? 'a certification run' : 'a practice run'}.`);
    screen.say(`Follow it with: holdout watch ${queued.runId}`);
  }
  return EXIT.OK;
}

interface Queued {
  readonly access: Access;
  readonly submissionId: string;
  readonly runId: string;
  /** Its place in the queue, as a part of a sentence. */
  readonly place: string;
}

/** Everything up to the point where the server has taken the submission. */
async function enqueue(
  context: CommandContext,
  location: string,
  kind: RunKind,
  options: Options,
): Promise<Queued> {
  const place = path.resolve(context.world.cwd, location);
  const declaration = declarationOf(options);
  const drawing = await drawingAt(place);
  if (drawing) return queuedOf(await submitDrawing(context, drawing, kind, { ...options, declaration }));
  const settings = await context.settings();
  const access = withKey(settings);
  const source = await sourceAt(place);
  const slug = options.assignment ?? (await slugOf(source));
  const { version } = await publishedAssignment(access, slug);
  sayPolicy(context.screen, version.integrityPolicy, declaration);
  const commands = Object.fromEntries(
    version.commands.map(({ name, isRequired, isRequiredToCertify, takesNotebook }) => [
      name,
      { required: kind === 'CERTIFICATION' ? isRequiredToCertify : isRequired, takesNotebook },
    ]),
  );
  const demands = { slug, limits: version.archiveLimits, commands };
  const archive = options.preflight
    ? await prepareArchive(source, demands)
    : await readUnchecked(source, slug);
  const progress = new UploadProgress(context.screen);
  const uploadId = await uploadArchive(
    access,
    archive,
    { assignment: slug },
    new UploadMemory(uploadsFile(context.world.env)),
    (sent, total) => progress.update(sent, total),
    context.world.signal,
  ).finally(() => progress.stop());
  progress.finish();
  const { submit: submission } = await request(access, submitMutation, {
    input: { assignmentSlug: slug, uploadId, kind, declaration },
  });
  return queuedOf({ access, submission });
}

/** What is declared with the submission; nothing is declared in the student's place. */
function declarationOf({ aiUse, help, ownWork }: Options): Declaration | null {
  if (!aiUse && !help && !ownWork) return null;
  return { aiUse: aiUse ?? 'NONE', help: help ?? '', isOwnWork: ownWork === true };
}

function queuedOf({ access, submission }: { access: Access; submission: NewSubmission }): Queued {
  const [run] = submission.runs;
  if (!run) throw new Error('the server took the submission without making a run');
  const eta =
    run.queue?.etaSeconds == null ? '' : `, starts in about ${duration(run.queue.etaSeconds * 1000)}`;
  return {
    access,
    submissionId: submission.id,
    runId: run.id,
    place: run.queue ? `: number ${run.queue.position} in the queue${eta}` : '',
  };
}

function aiUseOf(text: string): AiUse {
  const use = AI_USES.find((known) => known === text.toUpperCase());
  if (!use)
    throw new InvalidArgumentError(
      `Allowed choices are ${AI_USES.map((known) => known.toLowerCase()).join(', ')}.`,
    );
  return use;
}
