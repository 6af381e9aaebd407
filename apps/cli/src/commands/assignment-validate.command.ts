import { validateAssignment } from '@holdout/grading';
import { DockerSandbox } from '@holdout/sandbox';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors.js';
import { localImages } from '../local/images.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { sayProblems } from '../output/import-report.js';
import type { AddCommand } from './command.js';

export const addAssignmentValidate: AddCommand = (program, act) => {
  program
    .command('validate')
    .description('Say everything that is wrong with an assignment folder, here and without sending it')
    .argument('[folder]', 'folder with assignment.yaml', '.')
    .option('--json', 'print one JSON object')
    .action(act(validate));
};

async function validate(context: CommandContext, location: string): Promise<ExitCode> {
  const { screen, world } = context;
  const folder = await assignmentFolder(world.cwd, location);
  const local = await localImages((line) => screen.note(screen.style.dim(line)));
  const sandbox = new DockerSandbox({
    dockerHost: local.dockerHost,
    deploymentId: 'validate',
    workerId: `validate-${process.pid}`,
    pool: { memoryBytes: 0 },
  });
  try {
    const labels = { runId: randomUUID(), organizationId: 'local' };
    const { problems } = await validateAssignment(
      { sandbox, images: local.images },
      folder,
      labels,
      world.signal,
    );
    if (screen.isJson) screen.json({ isValid: problems.length === 0, problems });
    else if (problems.length > 0) sayProblems(screen, problems);
    else
      screen.say(`${path.basename(folder)} can be imported: holdout assignment import ${location} --publish`);
    return problems.length === 0 ? EXIT.OK : EXIT.REJECTED;
  } finally {
    await sandbox.close();
  }
}

/** @throws UsageError when it is no folder */
export async function assignmentFolder(cwd: string, location: string): Promise<string> {
  const folder = path.resolve(cwd, location);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new UsageError(
      `${location} is no folder. Name the folder that holds assignment.yaml.`,
      'SOURCE_MISSING',
    );
  return folder;
}
