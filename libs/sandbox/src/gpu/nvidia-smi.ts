import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SandboxMisconfiguredError } from '../errors.js';
import type { GpuDevice } from './gpu-device.js';

const MIB = 1024 * 1024;
const TIMEOUT_MS = 20_000;
const QUERY = '--query-gpu=uuid,name,memory.total,driver_version,mig.mode.current';

/**
 * The GPUs of this machine according to its driver; none if there is no driver.
 * @throws SandboxMisconfiguredError when there is a driver but it does not answer
 */
export async function listGpus(program = 'nvidia-smi'): Promise<GpuDevice[]> {
  const ask = promisify(execFile);
  const options = { timeout: TIMEOUT_MS };
  try {
    const [whole, parts] = await Promise.all([
      ask(program, [QUERY, '--format=csv,noheader,nounits'], options),
      ask(program, ['-L'], options),
    ]);
    return parseGpus(whole.stdout, parts.stdout);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new SandboxMisconfiguredError(
      '"nvidia-smi" is installed but does not answer, so no GPU can be leased. Mend the driver, or set GPU_DEVICES=none.',
      { cause: error },
    );
  }
}

/**
 * The devices that a setting names: "all", "none", or ids separated by commas.
 * @throws SandboxMisconfiguredError for an id that the driver does not know
 */
export function chosenGpus(known: readonly GpuDevice[], setting: string): GpuDevice[] {
  if (setting === 'none') return [];
  if (setting === 'all') return [...known];
  return setting.split(',').map((id) => {
    const device = known.find((each) => each.id === id);
    if (device) return device;
    const there = known.map((each) => each.id).join(', ') || 'none';
    throw new SandboxMisconfiguredError(
      `GPU_DEVICES names ${id}, which the driver of this machine does not know. There are: ${there}.`,
    );
  });
}

/** A partitioned GPU is not leased as a whole; its parts are. */
export function parseGpus(query: string, list: string): GpuDevice[] {
  const parts = partsByGpu(list);
  return query
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .flatMap(([id = '', name = '', mebibytes, driver = '', mig]): GpuDevice[] => {
      if (!id.startsWith('GPU-')) return [];
      if (mig === 'Enabled') {
        return (parts.get(id) ?? []).map((part) => ({ ...part, name: `${name} ${part.name}`, driver }));
      }
      return [{ id, name, memoryBytes: (Number(mebibytes) || 0) * MIB, driver }];
    });
}

/** Parses the lines of `nvidia-smi -L`: each GPU, followed by its parts. */
function partsByGpu(list: string): Map<string, Omit<GpuDevice, 'driver'>[]> {
  const found = new Map<string, Omit<GpuDevice, 'driver'>[]>();
  let gpu = '';
  for (const line of list.split('\n')) {
    gpu = /^GPU \d+: .*\(UUID: (GPU-[^)]+)\)/.exec(line)?.[1] ?? gpu;
    const [, name, id] = /^\s+(MIG \S+)\s.*\(UUID: (MIG-[^)]+)\)/.exec(line) ?? [];
    if (!name || !id) continue;
    // The name of a part ends with its memory: "MIG 3g.20gb".
    const memoryBytes = Number(/\.(\d+)gb/.exec(name)?.[1] ?? 0) * 1024 * MIB;
    found.set(gpu, [...(found.get(gpu) ?? []), { id, name, memoryBytes }]);
  }
  return found;
}
