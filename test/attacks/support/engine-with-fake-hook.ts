import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Docker from 'dockerode';
import { until } from '../../support/grading-lab.js';

const HOOK = fileURLToPath(new URL('fake-nvidia-hook.sh', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** A container's time with a device. */
export interface DeviceUse {
  device: string;
  container: string;
  startNs: bigint;
  endNs: bigint;
}

/**
 * A Docker Engine of its own, in a network namespace of its own, that hands out GPUs by a fake hook: the engine takes
 * device requests as it does with NVIDIA's, and no device is behind them.
 */
export class EngineWithFakeHook {
  private readonly ends = new Map<string, bigint>();

  private constructor(
    private readonly folder: string,
    private readonly daemon: ChildProcess,
    readonly docker: Docker,
  ) {}

  /** @param images that the engine is given, from the one that runs already */
  static async start(images: readonly string[]): Promise<EngineWithFakeHook> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-gpu-engine-'));
    await mkdir(path.join(folder, 'bin'));
    const hook = path.join(folder, 'bin/nvidia-container-runtime-hook');
    await copyFile(HOOK, hook);
    await chmod(hook, 0o755);
    const socket = path.join(folder, 'sock');
    const names = ['data', 'exec'].map((name) => `--${name}-root=${path.join(folder, name)}`);
    const own = path.basename(folder);
    const daemon = spawn(
      'unshare',
      [
        ...['--net', 'dockerd', ...names, `--pidfile=${path.join(folder, 'pid')}`, `--host=unix://${socket}`],
        ...['--iptables=false', '--ip-forward=false'],
        ...[`--containerd-namespace=${own}`, `--containerd-plugins-namespace=${own}-plugins`],
      ],
      {
        env: {
          ...process.env,
          PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
          FAKE_HOOK_LOG: path.join(folder, 'hook.log'),
        },
        stdio: 'ignore',
      },
    );
    const engine = new EngineWithFakeHook(folder, daemon, new Docker({ socketPath: socket }));
    await until(
      () => engine.docker.ping().then(Boolean, () => false),
      READY_WITHIN_MS,
      () => 'the engine with the fake hook does not answer',
    );
    execFileSync('sh', ['-c', `docker save ${images.join(' ')} | docker --host unix://${socket} load`]);
    await engine.watch();
    return engine;
  }

  get host(): string {
    return `unix://${path.join(this.folder, 'sock')}`;
  }

  /** Which container had which device when: starts as the hook saw them, ends as the engine tells. */
  async uses(): Promise<DeviceUse[]> {
    const log = await readFile(path.join(this.folder, 'hook.log'), 'utf8');
    return log
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [start = '', container = '', devices = ''] = line.split(' ');
        const endNs = this.ends.get(container);
        if (endNs === undefined) throw new Error(`The engine told no end of ${container}.`);
        return devices.split(',').map((device) => ({ device, container, startNs: BigInt(start), endNs }));
      });
  }

  async forget(): Promise<void> {
    this.ends.clear();
    await rm(path.join(this.folder, 'hook.log'), { force: true });
  }

  async stop(): Promise<void> {
    const ended = once(this.daemon, 'exit');
    this.daemon.kill('SIGTERM');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  private async watch(): Promise<void> {
    const events = await this.docker.getEvents({ filters: { event: ['die'], type: ['container'] } });
    events.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString('utf8').trim().split('\n')) {
        const { id, timeNano } = readEvent(line);
        this.ends.set(id, timeNano);
      }
    });
    events.on('error', () => undefined); // the engine is stopped at the end
  }
}

/** Nanoseconds are beyond the numbers that JSON gives: they are read as text. */
function readEvent(line: string): { id: string; timeNano: bigint } {
  const { id } = JSON.parse(line) as { id: string };
  return { id, timeNano: BigInt(/"timeNano":(\d+)/.exec(line)?.[1] ?? 0) };
}

/** Pairs of containers that had the same device at the same time. */
export function overlaps(uses: readonly DeviceUse[]): number {
  const ordered = [...uses].sort((a, b) => (a.startNs < b.startNs ? -1 : 1));
  return ordered.reduce(
    (count, use, place) =>
      count +
      ordered.slice(place + 1).filter(({ device, startNs }) => device === use.device && startNs < use.endNs)
        .length,
    0,
  );
}
