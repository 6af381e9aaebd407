import { download } from '../api/download.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { saveFile } from '../output/save-file.js';
import type { AddCommand } from './command.js';

const MAX_BYTES = 4 * 1024 * 1024;

export const addReceipt: AddCommand = (program, act) => {
  program
    .command('receipt')
    .description('Save the signed receipt of a scored run; holdout verify checks it')
    .argument('<run>', 'id of the run')
    .option('-o, --output <file>', 'where to; - prints it')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print one JSON object: the receipt itself')
    .action(act(receipt));
};

async function receipt(
  context: CommandContext,
  runId: string,
  options: { output?: string; force?: boolean },
): Promise<ExitCode> {
  const { screen, world } = context;
  const bytes = await download(
    await context.access(),
    `/files/receipts/${encodeURIComponent(runId)}`,
    'the receipt of this run. There is one a moment after the score, where that score is shown',
    MAX_BYTES,
  );
  if (screen.isJson || options.output === '-') {
    world.stdout.write(`${bytes.toString('utf8').trimEnd()}\n`);
    return EXIT.OK;
  }
  const name = options.output ?? `receipt-${runId}.json`;
  await saveFile(world, name, bytes, options.force ?? false);
  screen.say(`Saved ${name}. Check it with: holdout verify ${name}`);
  return EXIT.OK;
}
