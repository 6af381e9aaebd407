import addCompletion from '@bomb.sh/tab/commander';
import { Command, CommanderError } from 'commander';
import { CommandContext, type World } from './command-context.js';
import { addAssignment } from './commands/assignment.command.js';
import { addAssignments } from './commands/assignments.command.js';
import { addCancel } from './commands/cancel.command.js';
import { addCheck } from './commands/check.command.js';
import type { Act } from './commands/command.js';
import { addFiles } from './commands/files.command.js';
import { addInit } from './commands/init.command.js';
import { addLeaderboard } from './commands/leaderboard.command.js';
import { addLogin } from './commands/login.command.js';
import { addLogout } from './commands/logout.command.js';
import { addLogs } from './commands/logs.command.js';
import { addOpen } from './commands/open.command.js';
import { addReceipt } from './commands/receipt.command.js';
import { addReproduce } from './commands/reproduce.command.js';
import { addResults } from './commands/results.command.js';
import { addSubmit } from './commands/submit.command.js';
import { addVerify } from './commands/verify.command.js';
import { addWatch } from './commands/watch.command.js';
import { addWhoami } from './commands/whoami.command.js';
import { CliError } from './errors.js';
import { Failure } from './failure.js';
import { EXIT, type ExitCode } from './output/exit-code.js';
import { jsonResult } from './output/json-result.js';

const COMMANDS = [
  addLogin,
  addLogout,
  addWhoami,
  addAssignments,
  addAssignment,
  addInit,
  addCheck,
  addSubmit,
  addWatch,
  addLogs,
  addResults,
  addLeaderboard,
  addCancel,
  addReceipt,
  addReproduce,
  addFiles,
  addVerify,
  addOpen,
];

const HELP_AFTER = `
Exit codes of submit --wait, watch and check:
  0 scored   2 error in the submission   3 grading service failed   4 rejected before queueing   5 cancelled   1 anything else

Completion with the Tab key, for this shell: source <(holdout complete bash)   (also zsh, fish, powershell)

Without a terminal, set HOLDOUT_URL and HOLDOUT_API_KEY (and HOLDOUT_ORGANIZATION); --json prints one object.`;

/**
 * Run the program.
 * @param argv without the program's own name
 * @returns the exit code; every error has been told
 */
export async function runProgram(argv: readonly string[], version: string, world: World): Promise<ExitCode> {
  const context = new CommandContext(world, argv.includes('--json'));
  let exitCode: ExitCode = EXIT.OK;
  const act: Act =
    (work) =>
    async (...args) => {
      exitCode = await work(context, ...args);
    };
  try {
    await build(context, act, version).parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return tell(context, error);
  }
}

function build(context: CommandContext, act: Act, version: string): Command {
  const program = new Command('holdout')
    .description('Work on Holdout assignments: get them, try them here, submit them, see how they score.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.world.stdout.write(text),
      // With --json the error is told as the object.
      writeErr: (text) => void (context.screen.isJson || context.world.stderr.write(text)),
    })
    .showHelpAfterError('Add --help to see how it is called.')
    .addHelpText('after', HELP_AFTER);
  for (const add of COMMANDS) add(program, act);
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    for (const nested of command.commands) nested.copyInheritedSettings(program);
  }
  addCompletion(program);
  return program;
}

/** Say what went wrong, and choose the exit code. */
function tell(context: CommandContext, error: unknown): ExitCode {
  const { screen } = context;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.OK;
    if (screen.isJson)
      screen.json(jsonResult({ reason: 'USAGE', message: error.message.replace(/^error: /, '') }));
    return EXIT.OTHER;
  }
  const failure = error instanceof Failure ? error : new Failure(error, EXIT.OTHER, {});
  const { reason, message } = explain(failure.cause);
  if (screen.isJson) screen.json(jsonResult({ ...failure.known, reason, message }));
  else screen.warn(screen.style.red(message));
  if (context.world.env.HOLDOUT_DEBUG && failure.cause instanceof Error)
    screen.warn(String(failure.cause.stack));
  return failure.exitCode;
}

function explain(cause: unknown): { reason: string; message: string } {
  if (cause instanceof CliError) return { reason: cause.reason, message: cause.message };
  const message = cause instanceof Error ? cause.message : String(cause);
  return { reason: 'UNEXPECTED', message: `Unexpected: ${message}. Set HOLDOUT_DEBUG=1 to see where.` };
}
