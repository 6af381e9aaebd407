import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { untilTrue } from './until-true.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const WORKER_MAIN = path.join(ROOT, 'apps/worker/dist/main.js');

export interface LabWorker {
  process: ChildProcess;
  /** Everything it logged. */
  output(): string;
  stop(): Promise<void>;
  /** Resolves when it has ended, however. */
  ended: Promise<unknown>;
  /** Ends it as a power cut would. */
  kill9(): Promise<void>;
}

/**
 * Starts the real worker and waits until it is ready.
 * @param launcher a program and its arguments that it is started by
 * @param onStarted told of it before it is ready
 * @throws with its output when it is not ready in time; it is ended then
 */
export async function startLabWorker(
  env: Readonly<Record<string, string>>,
  launcher: readonly string[],
  onStarted: (worker: LabWorker) => void,
): Promise<LabWorker> {
  const [program = process.execPath, ...args] = [...launcher, process.execPath, WORKER_MAIN];
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = once(child, 'exit');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!hasEnded()) child.kill(signal);
    await exited;
  };
  const worker: LabWorker = {
    process: child,
    output: () => output,
    ended: exited,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
  };
  onStarted(worker);
  try {
    await untilTrue(
      () => output.includes('worker is ready') || hasEnded(),
      30_000,
      () => output,
    );
  } catch (error) {
    await worker.kill9(); // it would stand in the way of the next one of its name
    throw error;
  }
  if (hasEnded()) throw new Error(`The worker did not start:\n${output}`);
  return worker;
}
