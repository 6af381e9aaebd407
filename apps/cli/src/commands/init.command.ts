import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { download } from '../api/download.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors.js';
import { errorCode } from '../files.js';
import { fetchKit, writeKit } from '../local/kit.js';
import { unpackInto } from '../local/unpack.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { ASSIGNMENT_FOLDER } from '../project/ignore-rules.js';
import { publishedAssignment } from './published-assignment.js';
import type { AddCommand } from './command.js';

const MAX_STARTER_BYTES = 64 * 2 ** 20;
const IGNORED = `# Left out of submissions, beside what .gitignore names.
data/
*.pyc
model/
predictions.csv
`;

export const addInit: AddCommand = (program, act) => {
  program
    .command('init')
    .description("Fetch an assignment's starter kit and public data")
    .argument('<assignment>', 'slug of the assignment, as holdout assignments lists it')
    .argument('[dir]', 'folder to make; by default the slug')
    .action(act(init));
};

async function init(context: CommandContext, slug: string, directory: string | undefined): Promise<ExitCode> {
  const { screen, world } = context;
  const folder = path.resolve(world.cwd, directory ?? slug);
  const shown = path.relative(world.cwd, folder) || '.';
  await requireEmpty(folder, shown);
  const access = await context.access();
  const assignment = await publishedAssignment(access, slug);
  const starter = await download(
    access,
    assignment.version.starterKitUrl,
    `The starter kit of "${slug}"`,
    MAX_STARTER_BYTES,
  );
  const kit = await fetchKit(access, assignment);
  await mkdir(folder, { recursive: true });
  const files = await unpackInto(folder, starter);
  const data = await unpackInto(folder, kit.publicBundle);
  await writeKit(folder, kit);
  if (!files.includes('.holdoutignore'))
    await writeFile(path.join(folder, '.holdoutignore'), IGNORED, { flag: 'wx' });
  screen.say(`${assignment.title} is in ${shown}.`);
  for (const name of [...files, ...data].sort()) screen.say(`  ${name}`);
  screen.note(
    screen.style.dim(`${ASSIGNMENT_FOLDER} holds what check needs; it and data/ are never submitted.`),
  );
  screen.say();
  if (shown !== '.') screen.say(`Next: cd ${shown}`);
  screen.say(
    `${shown === '.' ? 'Next: ' : '      '}holdout check          the same checks as the server, on the public sample`,
  );
  screen.say('      holdout submit --wait  a practice run');
  return EXIT.OK;
}

async function requireEmpty(folder: string, shown: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    if (errorCode(error) !== 'ENOTDIR') throw error;
  }
  throw new UsageError(
    `${shown} is there already and not an empty folder. Name another: holdout init <assignment> <dir>`,
    'FOLDER_NOT_EMPTY',
  );
}
