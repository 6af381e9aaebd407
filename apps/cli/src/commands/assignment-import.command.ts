import { IMPORT_LIMITS, rejectEntries, rejectUpload } from '@holdout/domain';
import path from 'node:path';
import { importMutation, type AssignmentImport } from '../api/authoring.js';
import { request } from '../api/client.js';
import { followImport } from '../api/import-stream.js';
import { UploadMemory } from '../api/upload-memory.js';
import { uploadArchive } from '../api/upload.js';
import type { CommandContext } from '../command-context.js';
import { PreflightError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { ImportProgress } from '../output/import-progress.js';
import { sayImportReport, sayProblems } from '../output/import-report.js';
import { UploadProgress } from '../output/upload-progress.js';
import { packFiles } from '../project/pack.js';
import { listProject } from '../project/project-files.js';
import { uploadsFile } from '../settings/paths.js';
import { assignmentFolder } from './assignment-validate.command.js';
import type { AddCommand } from './command.js';

/** Part of no version: what only those who develop an assignment need. */
const LEFT_OUT = /^(fixtures\/|.*(^|\/)(__pycache__|\.git)\/)/;

export const addAssignmentImport: AddCommand = (program, act) => {
  program
    .command('import')
    .description(
      'Send an assignment folder: it is checked, split and measured, and published when you say so',
    )
    .argument('[folder]', 'folder with assignment.yaml', '.')
    .option('--publish', 'publish a version; without it, say only what would be')
    .option('--json', 'print one JSON object')
    .action(act(importFolder));
};

async function importFolder(
  context: CommandContext,
  location: string,
  { publish = false }: { publish?: boolean },
): Promise<ExitCode> {
  const { screen, world } = context;
  const access = await context.access();
  const folder = await assignmentFolder(world.cwd, location);
  const archive = await packed(folder);
  const upload = new UploadProgress(screen);
  const uploadId = await uploadArchive(
    access,
    archive,
    { purpose: 'import' },
    new UploadMemory(uploadsFile(world.env)),
    (sent, total) => upload.update(sent, total),
    world.signal,
  ).finally(() => upload.stop());
  upload.finish();
  const { importAssignment: begun } = await request(access, importMutation, {
    input: { uploadId, folderName: path.basename(folder), publish },
  });
  const ended = await followImport(access, begun.id, new ImportProgress(screen), world.signal);
  if (screen.isJson) screen.json(ended);
  else tell(context, ended);
  return exitCodeOf(ended);
}

/** @throws PreflightError when the server would not take it */
async function packed(folder: string): Promise<{ fileName: string; bytes: Buffer }> {
  const entries = (await listProject(folder)).filter(({ path: file }) => !LEFT_OUT.test(file));
  const refused = rejectEntries(entries, IMPORT_LIMITS);
  if (refused) throw new PreflightError(refused);
  const bytes = await packFiles(folder, entries);
  const tooLarge = rejectUpload(bytes.subarray(0, 512), bytes.length, IMPORT_LIMITS);
  if (tooLarge) throw new PreflightError(tooLarge);
  return { fileName: `${path.basename(folder)}.tar.gz`, bytes };
}

function tell(
  { screen }: CommandContext,
  { status, problems, report, error, publish }: AssignmentImport,
): void {
  if (status === 'REJECTED') sayProblems(screen, problems);
  else if (report) sayImportReport(screen, report, publish);
  else screen.warn(screen.style.red(error ?? 'The import ended without a report.'));
}

function exitCodeOf({ status }: AssignmentImport): ExitCode {
  if (status === 'SUCCEEDED') return EXIT.OK;
  return status === 'REJECTED' ? EXIT.REJECTED : EXIT.INFRASTRUCTURE_ERROR;
}
