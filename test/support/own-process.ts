import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** Starts a program that ends when this process does, however that goes. */
export function startOwn(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { stdio: 'ignore', ...options });
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Sends the signal to a program of ours and waits until it has ended. */
export async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(program)) return;
  const ended = once(program, 'exit');
  program.kill(signal);
  await ended;
}
