import { randomBytes } from 'node:crypto';
import Docker from 'dockerode';
import { SandboxMisconfiguredError } from '../errors.js';
import { asSandboxError } from './engine-errors.js';
import {
  Sandbox,
  type ContainerResult,
  type ContainerSpec,
  type OwnContainer,
  type RunIo,
  type WarmClass,
} from '../sandbox.js';
import { shapeOf, type ContainerShape } from './container-options.js';
import { JobSession } from './job-session.js';
import { LiveContainer, removeContainer } from './live-container.js';
import { WarmPool, type WarmPoolOptions } from './warm-pool.js';

const MIB = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
const LABEL = 'dev.holdout';

export interface DockerSandboxOptions {
  /** unix:///path or tcp://host:port. @default DOCKER_HOST, then the usual socket */
  dockerHost?: string;
  /** Names this installation: only containers that carry it are ever listed or removed. */
  deploymentId: string;
  /** Names this process: its containers are orphans once it is gone. */
  workerId: string;
  /** Another container runtime registered with the engine, such as `runsc`. */
  runtime?: string;
  pool?: Partial<WarmPoolOptions>;
  /** Told about failures that nobody waits for, such as a removal in the background. */
  warn?: (message: string, error: unknown) => void;
}

/** The sandbox on a Docker Engine. */
export class DockerSandbox extends Sandbox {
  private readonly docker: Docker;
  private readonly attaching: Docker;
  private readonly pool: WarmPool;
  private readonly known = new Set<string>();
  private readonly removals = new Set<Promise<void>>();
  private readonly warn: (message: string, error: unknown) => void;

  constructor(private readonly options: DockerSandboxOptions) {
    super();
    const address = connection(options.dockerHost ?? process.env['DOCKER_HOST']);
    this.docker = new Docker({ ...address, timeout: REQUEST_TIMEOUT_MS });
    this.attaching = new Docker(address);
    this.warn = options.warn ?? ((message, error) => process.emitWarning(`${message} ${String(error)}`));
    this.pool = new WarmPool(
      { memoryBytes: 1024 * MIB, idleBytes: 128 * MIB, perShape: 1, ...options.pool },
      (shape) => this.start(shape, this.nameFor('warm'), {}),
      (container) => this.removeLater(container),
      this.warn,
    );
  }

  async run(spec: ContainerSpec, io: RunIo = {}): Promise<ContainerResult> {
    const startedAt = new Date();
    if (spec.signal?.aborted) return cancelledBefore(startedAt);
    const shape = shapeOf(spec, this.options.runtime);
    const name = this.nameFor(spec.labels.runId, spec.labels.phase);
    const warm = await this.pool.take(shape);
    const container = warm ?? (await this.startFor(spec, shape, name));
    if (!container) return cancelledBefore(startedAt);
    const renaming = warm
      ?.rename(name)
      .catch((error: unknown) => this.warn('A container kept its name.', error));
    let isClean = false;
    // The next one of this shape is made while the program runs.
    const refill = (): void => void this.pool.keep(shape);
    const observed: RunIo = { ...io, onBegin: (at) => (refill(), io.onBegin?.(at)) };
    try {
      const result = await new JobSession(container, spec, observed, warm !== undefined).run(startedAt);
      isClean = result.outcome.kind === 'exited';
      return result;
    } finally {
      await renaming;
      // After a clean exit nothing is left running, so nobody has to wait for the engine to tidy up.
      if (isClean) this.removeLater(container);
      else await this.remove(container);
    }
  }

  async prewarm(spec: WarmClass, count: number): Promise<void> {
    await this.pool.keep(shapeOf(spec, this.options.runtime), count);
  }

  async removeByRun(runId: string): Promise<number> {
    return this.removeWhere((container) => container.runId === namePart(runId));
  }

  async removeOrphans(liveWorkerIds: ReadonlySet<string>): Promise<number> {
    return this.removeWhere(({ id, workerId }) =>
      workerId === this.options.workerId ? !this.known.has(id) : !liveWorkerIds.has(workerId),
    );
  }

  async listOurs(): Promise<OwnContainer[]> {
    try {
      const containers = await this.docker.listContainers({
        all: true,
        filters: { label: [`${LABEL}.deployment=${this.options.deploymentId}`] },
      });
      return containers.map(({ Id, Names, Labels, State, Created }) => ({
        id: Id,
        runId: runIdOf(Names[0] ?? ''),
        workerId: Labels[`${LABEL}.worker`] ?? '',
        running: State === 'running',
        createdAt: new Date(Created * 1000),
      }));
    } catch (error) {
      throw asSandboxError(error, 'listing containers');
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
    await Promise.all(this.removals);
  }

  /** Undefined when the job was cancelled before its container was ready. */
  private async startFor(
    spec: ContainerSpec,
    shape: ContainerShape,
    name: string,
  ): Promise<LiveContainer | undefined> {
    try {
      return await this.start(shape, name, jobLabels(spec), spec.signal);
    } catch (error) {
      if (spec.signal?.aborted && !(error instanceof SandboxMisconfiguredError)) return undefined;
      throw error;
    }
  }

  private start(
    shape: ContainerShape,
    name: string,
    labels: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<LiveContainer> {
    const all = {
      ...labels,
      [`${LABEL}.deployment`]: this.options.deploymentId,
      [`${LABEL}.worker`]: this.options.workerId,
    };
    return LiveContainer.start(
      { docker: this.docker, attaching: this.attaching },
      shape,
      name,
      all,
      (id) => this.known.add(id),
      signal,
    );
  }

  private async remove(container: LiveContainer): Promise<void> {
    await container.remove();
    this.known.delete(container.id);
  }

  private removeLater(container: LiveContainer): void {
    const removal = this.remove(container)
      .catch((error: unknown) =>
        this.warn('A container could not be removed; the sweeper will try again.', error),
      )
      .finally(() => this.removals.delete(removal));
    this.removals.add(removal);
  }

  private async removeWhere(matches: (container: OwnContainer) => boolean): Promise<number> {
    const found = (await this.listOurs()).filter(matches);
    await Promise.all(found.map(({ id }) => removeContainer(this.docker, id)));
    found.forEach(({ id }) => this.known.delete(id));
    return found.length;
  }

  private nameFor(run: string, phase = ''): string {
    return ['holdout', namePart(run), namePart(phase), randomBytes(6).toString('hex')].join('_');
  }
}

function jobLabels({ labels }: ContainerSpec): Record<string, string> {
  return {
    [`${LABEL}.run`]: labels.runId,
    [`${LABEL}.phase`]: labels.phase,
    [`${LABEL}.organization`]: labels.organizationId,
  };
}

/** Container names take few characters, and `_` separates ours. */
function namePart(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/g, '-');
}

function runIdOf(containerName: string): string | null {
  const run = containerName.replace(/^\//, '').split('_')[1];
  return run === undefined || run === 'warm' ? null : run;
}

function connection(dockerHost: string | undefined): Docker.DockerOptions {
  if (!dockerHost) return { socketPath: '/var/run/docker.sock' };
  const url = new URL(dockerHost);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  return { host: url.hostname, port: Number(url.port || 2375), protocol: 'http' };
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
