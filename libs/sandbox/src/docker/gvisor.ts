import path from 'node:path';
import type Docker from 'dockerode';
import type { ContainerCreateOptions } from 'dockerode';
import { asSandboxError } from './engine-errors.js';

const PROGRAM = 'runsc';
/** gVisor itself needs threads on the machine, and several more for each process of a program. */
const OWN_THREADS = 1024;
const THREADS_PER_PROCESS = 4;

interface EngineInfo {
  DefaultRuntime?: string;
  Runtimes?: Readonly<Record<string, { path?: string; runtimeType?: string } | undefined>>;
}

/**
 * Whether containers of this runtime run in gVisor. Its name does not matter: the engine reports the program behind it.
 * @throws SandboxUnavailableError when the engine does not answer
 */
export async function isGvisor(docker: Docker, runtime: string | undefined): Promise<boolean> {
  try {
    return runsInGvisor((await docker.info()) as EngineInfo, runtime);
  } catch (error) {
    throw asSandboxError(error, 'asking for its container runtimes');
  }
}

export function runsInGvisor(info: EngineInfo, runtime: string | undefined): boolean {
  const name = runtime ?? info.DefaultRuntime ?? '';
  const { path: program = '', runtimeType = '' } = info.Runtimes?.[name] ?? {};
  return path.basename(program).startsWith(PROGRAM) || `${runtimeType} ${name}`.includes(PROGRAM);
}

/**
 * Changes the options so that gVisor enforces as much as Linux does. gVisor lets a program open another's descriptors, so
 * the container starts as root, which keeps the channel root's, and the supervisor first of all becomes the student's user.
 * gVisor counts no processes, so the supervisor does, and the engine's limit applies to the threads that gVisor itself needs
 * on the machine.
 */
export function forGvisor(options: ContainerCreateOptions): ContainerCreateOptions {
  const [user] = options.User?.split(':') ?? [];
  const processes = options.HostConfig?.PidsLimit ?? 0;
  return {
    ...options,
    User: '0:0',
    WorkingDir: '/', // the student's folders are closed to this root
    Env: [...(options.Env ?? []), `HOLDOUT_USER=${user}`],
    HostConfig: {
      ...options.HostConfig,
      CapAdd: ['CHOWN', 'SETGID', 'SETUID'],
      PidsLimit: OWN_THREADS + THREADS_PER_PROCESS * processes,
    },
  };
}
