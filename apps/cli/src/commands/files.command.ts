import { createHash } from 'node:crypto';
import path from 'node:path';
import { sizeText } from '@holdout/domain';
import { artifactsQuery, type Artifact } from '../api/artifacts.js';
import { request } from '../api/client.js';
import { download } from '../api/download.js';
import type { CommandContext } from '../command-context.js';
import { ConnectionError, UsageError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { localTime, plainText } from '../output/format.js';
import { saveFile } from '../output/save-file.js';
import { tableLines } from '../output/table.js';
import type { AddCommand } from './command.js';

const MAX_BYTES = 2 ** 30;

export const addFiles: AddCommand = (program, act) => {
  program
    .command('files')
    .description('List the files that your code left in a run, or fetch one of them')
    .argument('<run>', 'id of the run')
    .argument('[file]', 'its name, as the list has it')
    .option('-o, --output <path>', 'where to write it; by default under its own name here')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print one JSON object')
    .action(act(files));
};

async function files(
  context: CommandContext,
  runId: string,
  wanted: string | undefined,
  options: { output?: string; force?: boolean },
): Promise<ExitCode> {
  const access = await context.access();
  const { run } = await request(access, artifactsQuery, { runId });
  if (wanted === undefined) return list(context, run.artifacts);
  const artifact = run.artifacts.find(({ name }) => name === wanted);
  if (!artifact || artifact.deletedAt)
    throw new UsageError(
      artifact?.deletedAt
        ? `${wanted} was deleted on ${localTime(artifact.deletedAt)}, as old files are.`
        : `This run left no file "${wanted}". holdout files ${runId} lists them.`,
      'NO_SUCH_FILE',
    );
  const bytes = await download(access, `/files/runs/${runId}/artifacts/${artifact.id}`, wanted, MAX_BYTES);
  if (createHash('sha256').update(bytes).digest('hex') !== artifact.digest)
    throw new ConnectionError(`${wanted} arrived damaged: its SHA-256 differs. Fetch it again.`);
  const name = options.output ?? path.basename(wanted);
  const target = await saveFile(context.world, name, bytes, options.force ?? false);
  if (context.screen.isJson) context.screen.json({ ...artifact, path: target });
  else context.screen.say(`${plainText(wanted)} is in ${target} (${sizeText(bytes.length)}).`);
  return EXIT.OK;
}

function list({ screen }: CommandContext, artifacts: readonly Artifact[]): ExitCode {
  if (screen.isJson) screen.json({ files: artifacts });
  else if (artifacts.length === 0) screen.say('This run left no files.');
  const columns = [
    { title: 'File' },
    { title: 'Kind' },
    { title: 'Size', align: 'right' as const },
    { title: 'SHA-256' },
    { title: '' },
  ];
  const rows = artifacts.map(({ name, kind, bytes, digest, deletedAt }) => [
    plainText(name),
    kind.toLowerCase(),
    sizeText(bytes),
    digest,
    deletedAt ? 'deleted' : '',
  ]);
  if (rows.length > 0) for (const line of tableLines(columns, rows)) screen.say(line);
  return EXIT.OK;
}
