import { PHASE_NAMES } from '@holdout/domain';
import { request } from '../api/client.js';
import { runLogQuery, type LogChunk } from '../api/run.js';
import { followRun } from '../api/run-stream.js';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { plainText } from '../output/format.js';
import type { AddCommand } from './command.js';

interface Options {
  follow?: boolean;
  phase?: string;
  search?: string;
}

export const addLogs: AddCommand = (program, act) => {
  program
    .command('logs')
    .description('Print what your program wrote in the phases that you may read')
    .argument('<run>', 'id of the run')
    .option('-f, --follow', 'go on until the run has ended')
    .option('--phase <name>', 'only this phase: prepare, train, predict or serve')
    .option('--search <text>', 'only lines with this text, in whatever case')
    .option('--json', 'print one JSON object')
    .action(act(logs));
};

async function logs(context: CommandContext, runId: string, options: Options): Promise<ExitCode> {
  const { screen, world } = context;
  const wanted = filterOf(options);
  const access = await context.access();
  const chunks: LogChunk[] = [];
  const take = (chunk: LogChunk) => {
    if (!wanted.phase(chunk)) return;
    if (screen.isJson) chunks.push({ ...chunk, text: lines(chunk.text).filter(wanted.line).join('\n') });
    else for (const line of lines(chunk.text).filter(wanted.line)) screen.say(plainText(line));
  };
  if (options.follow) {
    const observer = {
      isLogShown: true,
      changed: () => undefined,
      logged: take,
      disconnected: () => screen.note(screen.style.dim('Connection lost; trying again …')),
    };
    await followRun(access, runId, observer, world.signal);
  } else {
    const { runLog } = await request(access, runLogQuery, { runId });
    runLog.forEach(take);
  }
  if (screen.isJson) screen.json({ runId, log: chunks.filter(({ text }) => text !== '') });
  return EXIT.OK;
}

function filterOf({ phase, search }: Options) {
  const name = PHASE_NAMES.find((known) => known === phase?.toUpperCase());
  if (phase !== undefined && !name) {
    throw new UsageError(`--phase ${phase}: choose ${PHASE_NAMES.join(', ').toLowerCase()}.`);
  }
  const text = search?.toLowerCase();
  return {
    phase: (chunk: LogChunk) => !name || chunk.phase === name,
    line: (line: string) => !text || line.toLowerCase().includes(text),
  };
}

/** Chunks end where a line ends. */
const lines = (text: string): string[] => text.replace(/\n$/, '').split('\n');
