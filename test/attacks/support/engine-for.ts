import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testImages } from '../../support/images.js';
import { OwnEngine } from '../../support/own-engine.js';

export const GVISOR = 'runsc';
const PROGRAM = '/usr/bin/runsc';
/** As the worker's README has it, and once more with whatever network the engine gives a container. */
const RUNTIMES = {
  [GVISOR]: { path: PROGRAM, runtimeArgs: ['--platform=ptrace', '--network=none'] },
  [`${GVISOR}-networked`]: { path: PROGRAM, runtimeArgs: ['--platform=ptrace', '--network=host'] },
};

/** The engine that attacks are tried on, and what starts a program in its network. */
export interface AttackedEngine {
  launcher: readonly string[];
  stop(): Promise<void>;
}

/**
 * The machine's engine; for gVisor one of its own that knows it, which from then on is what `DOCKER_HOST` names. That needs
 * root.
 */
export async function engineFor(runtime: string | undefined): Promise<AttackedEngine> {
  if (runtime !== GVISOR) return { launcher: [], stop: () => Promise.resolve() };
  const { light, scorer } = testImages();
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-attacked-'));
  const engine = await OwnEngine.start(folder, [light, scorer], process.env, { runtimes: RUNTIMES });
  process.env['DOCKER_HOST'] = engine.host;
  return { launcher: engine.launcher, stop: () => engine.stop() };
}
