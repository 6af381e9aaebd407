import type { ContainerCreateOptions } from 'dockerode';
import { deviceRequests, type GpuDriver } from '../gpu/device-requests.js';
import type { ContainerLimits, NetworkPlace } from '../sandbox.js';

const MIB = 1024 * 1024;
const TMP_BYTES = 32 * MIB;
const SHM_BYTES = 16 * MIB;
const DEFAULT_FILE_BYTES = 32 * MIB;
const OPEN_FILES = 1024;
const DISK_INODES = 32_768;

/** The properties of a job that define its container. Two jobs of the same shape may use the same warm container. */
export interface ContainerShape {
  image: string;
  limits: Pick<ContainerLimits, 'memoryBytes' | 'cpus' | 'pids' | 'diskBytes'> & { fileBytes: number };
  trusted: boolean;
  /** Which of the image's libraries the container imports before its job; `prepare` needs none. */
  imports: 'none' | 'ahead' | 'on-demand';
  gpuDeviceIds: readonly string[];
  gpuDriver: GpuDriver;
  runtime: string | undefined;
  /** Undefined: no network. */
  network?: NetworkPlace;
}

export function shapeOf(
  spec: {
    image: string;
    limits: ContainerLimits;
    trusted: boolean;
    job: { kind: 'prepare' | 'exec' };
    gpuDeviceIds?: readonly string[];
    network?: NetworkPlace;
  },
  engine: { runtime?: string; gpuDriver?: GpuDriver } = {},
): ContainerShape {
  const { memoryBytes, cpus, pids, diskBytes, fileBytes } = spec.limits;
  const ownFiles = spec.trusted || spec.job.kind === 'prepare' ? diskBytes : 0;
  return {
    image: spec.image,
    limits: {
      memoryBytes,
      cpus,
      pids,
      diskBytes,
      fileBytes: fileBytes ?? Math.max(DEFAULT_FILE_BYTES, ownFiles),
    },
    trusted: spec.trusted,
    imports: spec.job.kind === 'exec' ? 'ahead' : 'none',
    gpuDeviceIds: [...(spec.gpuDeviceIds ?? [])],
    gpuDriver: engine.gpuDriver ?? 'nvidia',
    runtime: engine.runtime,
    ...(spec.network ? { network: spec.network } : {}),
  };
}

/** For a waiting job: imports what the project's sources import, and nothing else. */
export function importingOnDemand(shape: ContainerShape): ContainerShape {
  return shape.imports === 'ahead' ? { ...shape, imports: 'on-demand' } : shape;
}

/** Equal for shapes that may share a warm container. */
export function shapeKey(shape: ContainerShape): string {
  return JSON.stringify(shape);
}

/**
 * The environment of every program. Thread counts are bounded because the process limit counts threads: without them
 * a linear algebra library starts one per core and hangs on a small limit.
 */
export function fixedEnvironment(cpus: number): Record<string, string> {
  const threads = String(Math.max(1, Math.ceil(cpus)));
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: '/tmp',
    TMPDIR: '/work/tmp',
    LANG: 'C.UTF-8',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    PYTHONHASHSEED: '0',
    OMP_NUM_THREADS: threads,
    OPENBLAS_NUM_THREADS: threads,
    MKL_NUM_THREADS: threads,
    LOKY_MAX_CPU_COUNT: threads,
  };
}

/** The hardening every grading container gets, students' and ours alike. */
export function containerOptions(
  shape: ContainerShape,
  name: string,
  labels: Record<string, string>,
): ContainerCreateOptions {
  const { memoryBytes, cpus, pids, diskBytes, fileBytes } = shape.limits;
  const { TMPDIR: _afterStart, ...environment } = fixedEnvironment(cpus);
  return {
    name,
    Image: shape.image,
    // The engine takes an empty command for none and would use the image's list of modules.
    ...(shape.imports === 'none' ? { Cmd: ['--no-imports'] } : {}),
    Env: Object.entries({ ...environment, ...forSupervisor(shape) }).map(([key, value]) => `${key}=${value}`),
    Labels: labels,
    User: '10001:10001',
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    ...networkOptions(shape.network),
    StopSignal: 'SIGKILL',
    HostConfig: {
      NetworkMode: shape.network?.id ?? 'none',
      // The engine's own name server forwards what it does not know. An address of TEST-NET-1 leads nowhere.
      ...(shape.network ? { Dns: ['192.0.2.1'], DnsSearch: ['.'] } : {}),
      Memory: memoryBytes,
      MemorySwap: memoryBytes,
      NanoCpus: Math.round(cpus * 1e9),
      PidsLimit: pids,
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges:true'],
      IpcMode: 'private',
      ShmSize: SHM_BYTES,
      LogConfig: { Type: 'none', Config: {} },
      Tmpfs: {
        '/tmp': `rw,nosuid,nodev,noexec,size=${TMP_BYTES},nr_inodes=4096,mode=1777`,
        '/work': `rw,nosuid,nodev,noexec,size=${diskBytes},nr_inodes=${DISK_INODES},mode=0700,uid=10001,gid=10001`,
      },
      Ulimits: [
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'nofile', Soft: OPEN_FILES, Hard: OPEN_FILES },
        { Name: 'fsize', Soft: fileBytes, Hard: fileBytes },
      ],
      ...(shape.runtime ? { Runtime: shape.runtime } : {}),
      ...deviceRequests(shape.gpuDriver, shape.gpuDeviceIds),
    },
  };
}

/** Settings for the supervisor, including limits that it enforces where the kernel does not. Programs do not see them. */
function forSupervisor({ imports, limits }: ContainerShape): Record<string, string> {
  return {
    HOLDOUT_FILES: String(DISK_INODES),
    HOLDOUT_PROCESSES: String(limits.pids),
    ...(imports === 'on-demand' ? { HOLDOUT_IMPORTS: imports } : {}),
  };
}

function networkOptions(network: NetworkPlace | undefined): ContainerCreateOptions {
  if (!network) return { NetworkDisabled: true };
  return {
    Hostname: network.alias,
    NetworkingConfig: { EndpointsConfig: { [network.id]: { Aliases: [network.alias] } } },
  };
}
