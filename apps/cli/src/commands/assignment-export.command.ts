import { IMPORT_LIMITS } from '@holdout/domain';
import { boxKeys, openBox } from '@holdout/storage';
import { InvalidArgumentError } from 'commander';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportMutation, exportQuery } from '../api/authoring.js';
import { request, type Access } from '../api/client.js';
import { download } from '../api/download.js';
import type { CommandContext } from '../command-context.js';
import { ApiError, InterruptedError, UsageError } from '../errors.js';
import { unpackInto } from '../local/unpack.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import type { AddCommand } from './command.js';

const LOOK_MS = 500;

export const addAssignmentExport: AddCommand = (program, act) => {
  program
    .command('export')
    .description(
      'Fetch an assignment of your organization as a folder that imports again, labelled data included',
    )
    .argument('<slug>', 'assignment')
    .argument('[folder]', 'folder to make; by default the slug')
    .option('--published-version <number>', 'an earlier version; by default the newest', numberOf)
    .option('--json', 'print one JSON object')
    .action(act(exportAssignment));
};

async function exportAssignment(
  context: CommandContext,
  slug: string,
  location: string | undefined,
  { publishedVersion = null }: { publishedVersion?: number | null },
): Promise<ExitCode> {
  const { screen, world } = context;
  const access = await context.access();
  const folder = path.resolve(world.cwd, location ?? slug);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new UsageError(`${folder} is not empty. Name another folder, or empty it.`, 'FOLDER_NOT_EMPTY');
  // The server only carries the folder: who holds this key, and nobody else, can open it.
  const { publicKey, privateKey } = boxKeys();
  const { exportAssignment: begun } = await request(access, exportMutation, {
    input: { assignmentSlug: slug, version: publishedVersion, recipientKey: publicKey },
  });
  const senderKey = await whenReady(access, begun.id, world.signal);
  const sealed = await download(
    access,
    `/files/export/${begun.id}`,
    'the exported folder',
    2 * IMPORT_LIMITS.unpackedBytes,
  );
  const files = await unpackInto(folder, openBox(privateKey, senderKey, sealed));
  if (screen.isJson) screen.json({ slug, folder, files });
  else {
    screen.say(`${files.length} files in ${folder}. They hold the hidden rows: keep them from students.`);
    screen.say(`Import it again with: holdout assignment import ${location ?? slug} --publish`);
  }
  return EXIT.OK;
}

async function whenReady(access: Access, id: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    const { assignmentExport: found } = await request(access, exportQuery, { id });
    if (found.status === 'READY' && found.senderKey) return found.senderKey;
    if (found.status === 'FAILED') throw new ApiError(found.error ?? 'The export failed.', 'INTERNAL');
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {
      throw new InterruptedError('Interrupted. Nothing was written.');
    });
  }
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1.');
  return Number(text);
}
