import type { CommandContext } from '../command-context.js';
import type { ExitCode } from '../output/exit-code.js';
import type { AddCommand } from './command.js';
import { followToEnd } from './follow.js';

export const addWatch: AddCommand = (program, act) => {
  program
    .command('watch')
    .description('Follow a run until it ends')
    .argument('<run>', 'id of the run')
    .option('--json', 'print one JSON object when it has ended')
    .action(act(watch));
};

async function watch(context: CommandContext, runId: string): Promise<ExitCode> {
  return followToEnd(context, await context.access(), runId, {});
}
