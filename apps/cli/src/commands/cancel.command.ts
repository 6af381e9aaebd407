import { request } from '../api/client.js';
import { cancelMutation } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { jsonResult } from '../output/json-result.js';
import type { AddCommand } from './command.js';

export const addCancel: AddCommand = (program, act) => {
  program
    .command('cancel')
    .description('Cancel a run; it costs no attempt')
    .argument('<run>', 'id of the run')
    .option('--json', 'print one JSON object')
    .action(act(cancel));
};

async function cancel(context: CommandContext, runId: string): Promise<ExitCode> {
  const { screen } = context;
  const { cancelRun: run } = await request(await context.access(), cancelMutation, { runId });
  const isFinished = run.status === 'FINISHED';
  const message =
    isFinished && run.outcome !== 'CANCELLED'
      ? `The run had already ended (${run.outcome}). Nothing was cancelled.`
      : isFinished
        ? 'The run is cancelled.'
        : 'The run is being cancelled; its container is stopped within seconds.';
  if (screen.isJson)
    screen.json(
      jsonResult({
        runId: run.id,
        outcome: run.outcome,
        reason: run.isCancelRequested ? 'CANCEL_REQUESTED' : null,
        message,
      }),
    );
  else screen.say(message);
  return isFinished && run.outcome !== 'CANCELLED' ? EXIT.OTHER : EXIT.OK;
}
