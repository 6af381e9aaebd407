import type { Rejection, ProgramError, Usage } from './protocol/messages.js';

/** What the supervisor is asked to do, once. Paths are absolute inside the container. */
export interface Job {
  /** `prepare` unpacks `archive.bin` by the archive rules; `exec` runs `argv`. */
  kind: 'prepare' | 'exec';
  /** `prepare` only: the archive is a git packfile with this commit. */
  commit?: string;
  /** Already split and with placeholders replaced; no shell is involved. */
  argv?: readonly string[];
  /** Added to the fixed environment; never taken from a submission. */
  env?: Readonly<Record<string, string>>;
  /** @default /work/project */
  cwd?: string;
  /** Opaque archives among the inputs (a project, a model), unpacked by the same rules as an upload. */
  unpack?: readonly { archive: string; to: string }[];
  outputs?: readonly OutputDeclaration[];
  /** Caps for `prepare` and `unpack`, and for the number of files in an output of kind `tree`. */
  limits?: { archiveFiles?: number; archiveBytes?: number; fileBytes?: number };
}

export interface OutputDeclaration {
  name: string;
  path: string;
  maxBytes: number;
  /** `tree` arrives as an uncompressed tar of regular files. @default file */
  kind?: 'file' | 'tree';
  /** @default true */
  required?: boolean;
}

/** A regular file to place below /work before the job starts. `path` is relative, at most 100 bytes. */
export type InputEntry = { path: string; bytes: Buffer } | { path: string; file: string };

export interface ContainerLimits {
  /** Counts processes' memory and everything written below /work and /tmp: they are in memory. */
  memoryBytes: number;
  cpus: number;
  /** Processes and threads. */
  pids: number;
  /** Size of /work. Keep it well below `memoryBytes`, or filling it ends as out-of-memory. */
  diskBytes: number;
  /** From the start of the program to its end. */
  wallSeconds: number;
  /** Log bytes handed to `onLog`; the rest is dropped and marked. */
  logBytes: number;
  /** Sum of all outputs. */
  outputBytes: number;
  /** Largest single file a process may write. @default 32 MiB, or diskBytes for trusted code */
  fileBytes?: number;
}

export interface ContainerLabels {
  runId: string;
  phase: string;
  organizationId: string;
  workerId?: string;
  /** Of the request that the run came from. */
  correlationId?: string | null | undefined;
}

export interface ContainerSpec {
  /** Image id, `sha256:…`. */
  image: string;
  job: Job;
  inputs: Iterable<InputEntry> | AsyncIterable<InputEntry>;
  limits: ContainerLimits;
  labels: ContainerLabels;
  /** True when only the platform's own code runs (preparing, scoring). Never shares a warm container with students' code. */
  trusted: boolean;
  /** Leased GPUs. Always ids: a count would yield device 0 every time. */
  gpuDeviceIds?: readonly string[];
  /** A private network of this run, see `createNetwork`. @default no network at all */
  network?: NetworkPlace;
  signal?: AbortSignal;
  /** For a program that serves until it is told to stop. Ends the container with outcome `stopped`, without outputs. */
  stop?: AbortSignal;
}

/** A network that only the containers placed on it can use: no route to the host, to other networks or to the internet. */
export interface PrivateNetwork {
  id: string;
}

export interface NetworkPlace {
  id: string;
  /** Host name under which the others on the network find this container. */
  alias: string;
}

export interface RunIo {
  /** A piece of the program's output (stdout and stderr together), within `logBytes`. */
  onLog?(chunk: Buffer): void;
  /** The program starts now. */
  onBegin?(at: Date): void;
}

/** How the container ended. A crash, a timeout or exhausted memory is an outcome; only a broken host throws. */
export type ContainerOutcome =
  /** 128 + signal when a signal ended the program. */
  | { kind: 'exited'; exitCode: number }
  | { kind: 'timed-out' }
  | { kind: 'out-of-memory' }
  | { kind: 'output-flood' }
  | { kind: 'cancelled' }
  /** `stop` was aborted while the program ran, as it should for a service. */
  | { kind: 'stopped' }
  | { kind: 'protocol-error'; detail: string };

export interface ContainerResult {
  outcome: ContainerOutcome;
  /** The supervisor refused the archive or an output; says what and where. */
  rejection: Rejection | null;
  /** An uncaught exception's builtin type and its last line inside the project. Safe to show for hidden phases. */
  error: ProgramError | null;
  outputs: Map<string, Buffer>;
  usage: Usage;
  startedAt: Date;
  /** Null when the program never started. */
  beganAt: Date | null;
  endedAt: Date;
  /** The program's own time, measured outside: from `beganAt` to the end. 0 when it never started. */
  wallMs: number;
  logTruncated: boolean;
  /** True when a pre-started container took the job. */
  warm: boolean;
}

/** A container of this deployment, running or not. */
export interface OwnContainer {
  id: string;
  /** Null for a warm container that has no job yet. */
  runId: string | null;
  workerId: string;
  running: boolean;
  createdAt: Date;
}

/** What warm containers are kept for. */
export type WarmClass = Pick<ContainerSpec, 'image' | 'limits' | 'trusted'> & { job: Pick<Job, 'kind'> };

/** Runs one job in one fresh container. */
export abstract class Sandbox {
  /**
   * @throws SandboxUnavailableError when the engine itself fails. Safe to retry.
   * @throws SandboxMisconfiguredError when an operator has to act first.
   */
  abstract run(spec: ContainerSpec, io?: RunIo): Promise<ContainerResult>;

  /**
   * Make a private network for containers of one run. The caller removes it; a sweep does when the caller cannot.
   * @throws SandboxUnavailableError
   */
  abstract createNetwork(labels: ContainerLabels): Promise<PrivateNetwork>;

  /** Remove a network whose containers are gone. One that is gone already is fine. @throws SandboxUnavailableError */
  abstract removeNetwork(network: PrivateNetwork): Promise<void>;

  /** Start containers ahead of time, within the memory budget. Failing to is not an error: runs then start cold. */
  abstract prewarm(spec: WarmClass, count: number): Promise<void>;

  /** Remove at once the containers of a run that ended well and would go in spare time. Never fails: the sweep takes what stays. */
  abstract removeUsed(runId: string): Promise<void>;

  /** Remove whatever containers and networks a run still has. Returns how many containers there were. */
  abstract removeByRun(runId: string): Promise<number>;

  abstract listOurs(): Promise<OwnContainer[]>;

  /**
   * Remove containers whose worker is not among `liveWorkerIds`, and this worker's own that it does not know; the same for
   * private networks. Returns how many containers.
   */
  abstract removeOrphans(liveWorkerIds: ReadonlySet<string>): Promise<number>;

  /** Remove warm containers and wait for removals under way. Runs must have ended. */
  abstract close(): Promise<void>;
}
