import { request } from '../api/client.js';
import { reproduceMutation, reproductionQuery } from '../api/reproductions.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { exitCodeOfVerdict, sayReproduction } from '../output/reproduction-report.js';
import type { AddCommand } from './command.js';
import { followRunShown } from './follow.js';

export const addReproduce: AddCommand = (program, act) => {
  program
    .command('reproduce')
    .description('Have a scored run repeated as it was, and compare the two; it costs no attempt')
    .argument('<run>', 'id of the run')
    .option('--no-wait', 'do not wait for the verdict')
    .option('--json', 'print one JSON object')
    .action(act(reproduce));
};

async function reproduce(
  context: CommandContext,
  originalRunId: string,
  options: { wait: boolean },
): Promise<ExitCode> {
  const { screen } = context;
  const access = await context.access();
  const { reproduceRun: asked } = await request(access, reproduceMutation, { runId: originalRunId });
  if (!options.wait) {
    screen.say(`Run ${asked.runId} repeats it. The verdict will be at ${access.url}/runs/${originalRunId}`);
    if (screen.isJson) screen.json(asked);
    return EXIT.OK;
  }
  const run = await followRunShown(context, access, asked.runId, { kind: 'REPRODUCTION' });
  const { run: ended } = await request(access, reproductionQuery, { runId: asked.runId });
  const reproduction = ended.reproduction ?? asked;
  if (screen.isJson) screen.json({ ...reproduction, message: run.message });
  else sayReproduction(screen, reproduction, run.message);
  return exitCodeOfVerdict(reproduction.verdict);
}
