import { availableParallelism } from 'node:os';
import type Docker from 'dockerode';
import type { ContainerCreateOptions } from 'dockerode';
import { SandboxMisconfiguredError } from '../errors.js';
import { asSandboxError } from './engine-errors.js';
import {
  Sandbox,
  type ContainerResult,
  type ContainerSpec,
  type ContainerLabels,
  type OwnContainer,
  type PrivateNetwork,
  type RunIo,
  type WarmClass,
} from '../sandbox.js';
import type { GpuDriver } from '../gpu/device-requests.js';
import { clientOf } from './connection.js';
import { containerName, namePart, newToken, parseName } from './container-name.js';
import { importingOnDemand, shapeOf, type ContainerShape } from './container-options.js';
import { forGvisor, isGvisor } from './gvisor.js';
import { JobSession } from './job-session.js';
import { LiveContainer, removeContainer } from './live-container.js';
import { PrivateNetworks } from './private-networks.js';
import { SpareTime } from './spare-time.js';
import { WarmPool, type WarmPoolOptions } from './warm-pool.js';

const MIB = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
const LABEL = 'dev.holdout';
/** The steps of one run follow each other within this time. */
const CALM_MS = 250;
/**
 * A used container is removed after this long even if the machine is busy, because it may hold as much memory as its job was
 * given.
 */
const REMOVE_WITHIN_MS = 5_000;
/** At most this many used containers wait to be removed. */
const MOST_USED = 64;

export interface DockerSandboxOptions {
  /** unix:///path or tcp://host:port. @default DOCKER_HOST, then the usual socket */
  dockerHost?: string;
  /** Names this installation: only containers that carry it are ever listed or removed. */
  deploymentId: string;
  /** Names this process: its containers are orphans once it is gone. */
  workerId: string;
  /** Another container runtime registered with the engine, such as `runsc`. */
  runtime?: string;
  /** How the engine hands GPUs to containers. @default nvidia */
  gpuDriver?: GpuDriver;
  pool?: Partial<WarmPoolOptions>;
  /** Processors of the engine's machine. @default this machine's */
  cpus?: number;
  /**
   * Only for tests of the controls: changes the options of containers, so that a control no longer holds. No setting leads
   * here.
   */
  weakenedForTests?: (options: ContainerCreateOptions) => ContainerCreateOptions;
  /** Called for failures that nobody waits for, such as a removal in the background. */
  warn?: (message: string, error: unknown) => void;
}

/** The sandbox on a Docker Engine. */
export class DockerSandbox extends Sandbox {
  private readonly docker: Docker;
  private readonly attaching: Docker;
  private readonly pool: WarmPool;
  private readonly spareTime: SpareTime;
  private readonly networks: PrivateNetworks;
  private readonly known = new Set<string>();
  /** Used containers that are to be removed in spare time, with the run that used them. */
  private readonly removals = new Map<LiveContainer, string | undefined>();
  private readonly namings = new Map<string, Promise<void>>();
  private readonly warn: (message: string, error: unknown) => void;
  private inGvisor: boolean | undefined;

  constructor(private readonly options: DockerSandboxOptions) {
    super();
    this.docker = clientOf(options.dockerHost, { timeout: REQUEST_TIMEOUT_MS });
    this.attaching = clientOf(options.dockerHost);
    this.warn = options.warn ?? ((message, error) => process.emitWarning(`${message} ${String(error)}`));
    this.networks = new PrivateNetworks(this.docker, options);
    this.spareTime = new SpareTime({ cpus: options.cpus ?? availableParallelism(), calmMs: CALM_MS });
    this.pool = new WarmPool(
      { memoryBytes: 1024 * MIB, idleBytes: 128 * MIB, runs: 1, ...options.pool },
      this.spareTime,
      (shape) => this.start(shape),
      (container) => this.removeLater(container),
      this.warn,
    );
  }

  async run(spec: ContainerSpec, io: RunIo = {}): Promise<ContainerResult> {
    const startedAt = new Date();
    if (spec.signal?.aborted) return cancelledBefore(startedAt);
    const shape = shapeOf(spec, this.options);
    const release = this.spareTime.occupy(shape.limits.cpus);
    try {
      const warm = await this.pool.take(shape, spec.labels.runId);
      const container = warm ?? (await this.startFor(spec, shape));
      if (!container) return cancelledBefore(startedAt);
      if (warm) this.nameLater(warm, spec);
      return await this.runIn(container, spec, io, { startedAt, isWarm: warm !== undefined });
    } finally {
      release();
    }
  }

  async prewarm(spec: WarmClass, count: number): Promise<void> {
    await this.pool.keep(shapeOf(spec, this.options), count);
  }

  createNetwork(labels: ContainerLabels): Promise<PrivateNetwork> {
    return this.networks.create(labels);
  }

  removeNetwork(network: PrivateNetwork): Promise<void> {
    return this.networks.remove(network);
  }

  async removeUsed(runId: string): Promise<void> {
    const used = [...this.removals].filter(([, owner]) => owner === runId);
    await Promise.all(used.map(([container]) => this.tryToRemove(container)));
  }

  async removeByRun(runId: string): Promise<number> {
    const removed = await this.removeWhere((container) => container.runId === namePart(runId));
    await this.networks.removeByRun(runId);
    return removed;
  }

  async removeOrphans(liveWorkerIds: ReadonlySet<string>): Promise<number> {
    const removed = await this.removeWhere(({ workerId }, token) =>
      workerId === this.options.workerId ? !this.known.has(token) : !liveWorkerIds.has(workerId),
    );
    // Containers first: a network in use cannot be removed.
    await this.networks.removeOrphans(liveWorkerIds);
    return removed;
  }

  async listOurs(): Promise<OwnContainer[]> {
    return (await this.list()).map(({ container }) => container);
  }

  async close(): Promise<void> {
    await this.pool.close();
    await this.spareTime.drain();
  }

  private async runIn(
    container: LiveContainer,
    spec: ContainerSpec,
    io: RunIo,
    { startedAt, isWarm }: { startedAt: Date; isWarm: boolean },
  ): Promise<ContainerResult> {
    let isClean = false;
    try {
      const result = await new JobSession(container, spec, io, isWarm).run(startedAt);
      isClean = result.outcome.kind === 'exited';
      return result;
    } finally {
      // After a clean exit only the supervisor is left, so tidying up can wait, unless someone waits for what the container
      // holds.
      const isAwaited = spec.network !== undefined || (spec.gpuDeviceIds ?? []).length > 0;
      if (isClean && !isAwaited && this.removals.size < MOST_USED)
        this.removeLater(container, spec.labels.runId);
      else await this.remove(container);
    }
  }

  /** A warm container learns its run through its name. Only its removal has to wait for that. */
  private nameLater(container: LiveContainer, { labels }: ContainerSpec): void {
    const naming = container
      .rename(containerName(container.token, labels))
      .catch((error: unknown) => this.warn('A container kept its name.', error))
      .finally(() => this.namings.delete(container.token));
    this.namings.set(container.token, naming);
  }

  /** Undefined if the job was cancelled before its container was ready. */
  private async startFor(spec: ContainerSpec, shape: ContainerShape): Promise<LiveContainer | undefined> {
    try {
      return await this.start(importingOnDemand(shape), spec);
    } catch (error) {
      if (spec.signal?.aborted && !(error instanceof SandboxMisconfiguredError)) return undefined;
      throw error;
    }
  }

  private async start(shape: ContainerShape, spec?: ContainerSpec): Promise<LiveContainer> {
    const labels = {
      ...(spec ? jobLabels(spec) : {}),
      [`${LABEL}.deployment`]: this.options.deploymentId,
      [`${LABEL}.worker`]: this.options.workerId,
    };
    const token = newToken();
    const name = containerName(token, spec?.labels);
    const { docker, attaching } = this;
    const engine = { docker, attaching, alter: await this.alterations() };
    // Known before it exists: a sweep that sees it meanwhile must not take it for an orphan.
    this.known.add(token);
    try {
      return await LiveContainer.start(engine, shape, token, name, labels, spec?.signal);
    } catch (error) {
      this.known.delete(token);
      throw error;
    }
  }

  /** The changes that this engine's runtime needs; the engine is asked once. */
  private async alterations(): Promise<(made: ContainerCreateOptions) => ContainerCreateOptions> {
    const { runtime, weakenedForTests = (made) => made } = this.options;
    this.inGvisor ??= await isGvisor(this.docker, runtime);
    return this.inGvisor ? (made) => weakenedForTests(forGvisor(made)) : weakenedForTests;
  }

  private async remove(container: LiveContainer): Promise<void> {
    try {
      await this.namings.get(container.token);
      await container.remove();
    } finally {
      this.removals.delete(container);
      this.known.delete(container.token); // what could not be removed is an orphan for the next sweep
    }
  }

  private removeLater(container: LiveContainer, runId?: string): void {
    this.removals.set(container, runId);
    this.spareTime.add(() => this.tryToRemove(container), REMOVE_WITHIN_MS);
  }

  private async tryToRemove(container: LiveContainer): Promise<void> {
    try {
      await this.remove(container);
    } catch (error) {
      this.warn('A container could not be removed; the sweeper will try again.', error);
    }
  }

  private async removeWhere(matches: (container: OwnContainer, token: string) => boolean): Promise<number> {
    const found = (await this.list()).filter(({ container, token }) => matches(container, token));
    await Promise.all(found.map(({ container }) => removeContainer(this.docker, container.id)));
    return found.length;
  }

  private async list(): Promise<{ container: OwnContainer; token: string }[]> {
    await Promise.all(this.namings.values()); // a name tells whose a container is
    try {
      const containers = await this.docker.listContainers({
        all: true,
        filters: { label: [`${LABEL}.deployment=${this.options.deploymentId}`] },
      });
      return containers.map(({ Id, Names, Labels, State, Created }) => {
        const { runId, token } = parseName(Names[0] ?? '');
        const workerId = Labels[`${LABEL}.worker`] ?? '';
        const createdAt = new Date(Created * 1000);
        return { container: { id: Id, runId, workerId, running: State === 'running', createdAt }, token };
      });
    } catch (error) {
      throw asSandboxError(error, 'listing containers');
    }
  }
}

function jobLabels({ labels }: ContainerSpec): Record<string, string> {
  return {
    [`${LABEL}.run`]: labels.runId,
    [`${LABEL}.phase`]: labels.phase,
    [`${LABEL}.organization`]: labels.organizationId,
    ...(labels.correlationId ? { [`${LABEL}.correlation`]: labels.correlationId } : {}),
  };
}

function cancelledBefore(startedAt: Date): ContainerResult {
  return {
    outcome: { kind: 'cancelled' },
    rejection: null,
    error: null,
    outputs: new Map<string, Buffer>(),
    usage: {},
    startedAt,
    beganAt: null,
    endedAt: new Date(),
    wallMs: 0,
    logTruncated: false,
    warm: false,
  };
}
