import { copyFile, chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OwnEngine } from '../../support/own-engine.js';

const HOOK = fileURLToPath(new URL('fake-nvidia-hook.sh', import.meta.url));

/** A container's time with a device. */
export interface DeviceUse {
  device: string;
  container: string;
  startNs: bigint;
  endNs: bigint;
}

/**
 * A Docker Engine of its own that hands out GPUs by a fake hook: the engine takes device requests as it does with NVIDIA's,
 * and no device is behind them.
 */
export class EngineWithFakeHook {
  private readonly ends = new Map<string, bigint>();

  private constructor(
    private readonly folder: string,
    private readonly engine: OwnEngine,
  ) {}

  /** @param images that the engine is given, from the one that runs already */
  static async start(images: readonly string[]): Promise<EngineWithFakeHook> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-gpu-engine-'));
    await mkdir(path.join(folder, 'bin'));
    const hook = path.join(folder, 'bin/nvidia-container-runtime-hook');
    await copyFile(HOOK, hook);
    await chmod(hook, 0o755);
    const engine = await OwnEngine.start(folder, images, {
      ...process.env,
      PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
      FAKE_HOOK_LOG: path.join(folder, 'hook.log'),
    });
    const made = new EngineWithFakeHook(folder, engine);
    await made.watch();
    return made;
  }

  get host(): string {
    return this.engine.host;
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
    await this.engine.stop();
  }

  private async watch(): Promise<void> {
    const events = await this.engine.docker.getEvents({ filters: { event: ['die'], type: ['container'] } });
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
