import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { SandboxMisconfiguredError, SandboxUnavailableError } from '../errors.js';
import { FrameParser, ProtocolError } from '../protocol/frames.js';
import { readyMessage } from '../protocol/messages.js';
import { parseJson } from '../protocol/outputs.js';
import type { ContainerShape } from './container-options.js';
import { containerOptions } from './container-options.js';
import { asSandboxError, statusOf } from './engine-errors.js';
import { MultiplexedStream } from './multiplexed-stream.js';

const STARTUP_MS = 60_000;
const INSPECT_ATTEMPTS = 40;
const INSPECT_INTERVAL_MS = 50;

/** Listens to a container. A job's session replaces the listener that waits for READY. */
export interface ContainerListener {
  onFrame(type: string, payload: Buffer): void;
  onLog(chunk: Buffer): void;
  /** The peer broke the framing. */
  onBroken(error: ProtocolError): void;
  /** The attach stream ended, which suggests that the container did, but never proves it. */
  onClosed(): void;
}

/** Two connections: requests time out, while an attached stream may be silent for as long as a job runs. */
export interface Engine {
  docker: Docker;
  attaching: Docker;
  /** Adapts the options to the runtime; tests use it to switch off single controls. */
  alter: (options: Docker.ContainerCreateOptions) => Docker.ContainerCreateOptions;
}

/** How a container ended, according to the engine. */
export interface EndState {
  running: boolean;
  oomKilled: boolean;
  exitCode: number;
}

/** One created, attached and started container, single-use. */
export class LiveContainer {
  private listener: ContainerListener;
  private closed = false;
  /** Memory it uses while it waits, as reported by its supervisor; undefined if the kernel does not say. */
  idleBytes: number | undefined;
  private removal: Promise<void> | undefined;

  private constructor(
    readonly id: string,
    readonly token: string,
    private readonly docker: Docker,
    private readonly stream: Duplex,
    listener: ContainerListener,
  ) {
    this.listener = listener;
    const parser = new FrameParser((type, payload) => this.listener.onFrame(type, payload));
    const split = new MultiplexedStream(
      (chunk) => parser.push(chunk),
      (chunk) => this.listener.onLog(chunk),
    );
    stream.on('data', (chunk: Buffer) => {
      try {
        split.push(chunk);
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        this.listener.onBroken(error);
      }
    });
    const close = (): void => {
      if (this.closed) return;
      this.closed = true;
      this.listener.onClosed();
    };
    // An error closes the stream, and a close is judged by inspecting the container.
    stream.on('error', close).on('end', close).on('close', close);
  }

  /**
   * Create, attach, start and wait until the supervisor is ready for a job.
   * @throws SandboxUnavailableError when the engine fails, the container does not get ready or `signal` aborts
   */
  static async start(
    { docker, attaching, alter }: Engine,
    shape: ContainerShape,
    token: string,
    name: string,
    labels: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<LiveContainer> {
    let container: Docker.Container;
    try {
      container = await docker.createContainer(alter(containerOptions(shape, name, labels)));
    } catch (error) {
      throw asSandboxError(error, 'creating a container');
    }
    let live: LiveContainer | undefined;
    try {
      const stream = (await attaching.getContainer(container.id).attach({
        stream: true,
        stdin: true,
        stdout: true,
        stderr: true,
        hijack: true,
      })) as Duplex;
      let complaint = '';
      const ready = new Promise<void>((resolve, reject) => {
        const fail = (): void =>
          reject(new SandboxUnavailableError(`A container ended before it was ready. ${complaint}`));
        live = new LiveContainer(container.id, token, docker, stream, {
          onFrame: (type, payload) => {
            if (type !== 'R' || !live) return fail();
            live.idleBytes = parseJson(payload, readyMessage).memoryBytes ?? undefined;
            resolve();
          },
          onLog: (chunk) => (complaint = (complaint + chunk.toString('utf8')).slice(-500)),
          onBroken: fail,
          onClosed: fail,
        });
      });
      ready.catch(() => undefined); // awaited below; the container may fail while it is being started
      await container.start();
      await within(STARTUP_MS, ready, signal);
    } catch (error) {
      const state = await inspect(docker, container.id);
      (live as LiveContainer | undefined)?.stream.destroy();
      await removeContainer(docker, container.id);
      if (state?.oomKilled) {
        throw new SandboxMisconfiguredError(
          `A memory limit of ${shape.limits.memoryBytes} bytes is too small to load the image's libraries. Raise it.`,
          { cause: error },
        );
      }
      throw asSandboxError(error, 'starting a container');
    }
    if (!live) throw new SandboxUnavailableError('A container was started without a stream.');
    return live;
  }

  get isUsable(): boolean {
    return !this.closed && !this.removal;
  }

  listen(listener: ContainerListener): void {
    this.listener = listener;
    if (this.closed) listener.onClosed();
  }

  /** Write to stdin; waits while the container is slow to read. Settles early, without error, when the stream closes. */
  async write(chunk: Buffer): Promise<void> {
    if (this.stream.destroyed || this.stream.write(chunk)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.stream.off('drain', done).off('close', done).off('error', done).off('end', done);
        resolve();
      };
      this.stream.on('drain', done).on('close', done).on('error', done).on('end', done);
    });
  }

  /** The name is the only property of a running container that can be changed, so a warm container learns its run through it. */
  async rename(name: string): Promise<void> {
    try {
      await this.docker.getContainer(this.id).rename({ name });
    } catch (error) {
      if (statusOf(error) !== 404) throw asSandboxError(error, 'naming a container');
    }
  }

  /** Stop reading and writing. An attach stream left unread makes the engine's kill hang, so this comes before it. */
  disconnect(): void {
    this.closed = true;
    this.stream.destroy();
  }

  /**
   * Waits briefly for the container to stop, and says how it ended. Undefined if it no longer exists.
   * @throws SandboxUnavailableError when the engine does not answer
   */
  async endState(): Promise<EndState | undefined> {
    let state: EndState | undefined;
    for (let attempt = 0; attempt < INSPECT_ATTEMPTS; attempt++) {
      state = await inspect(this.docker, this.id);
      if (!state?.running) return state;
      await sleep(INSPECT_INTERVAL_MS);
    }
    return state;
  }

  /**
   * Kill and remove; safe to call again.
   * @throws SandboxUnavailableError when the engine does not answer
   */
  remove(): Promise<void> {
    this.disconnect();
    this.removal ??= removeContainer(this.docker, this.id);
    return this.removal;
  }
}

/** @throws SandboxUnavailableError when time is up or `signal` aborts before the promise settles */
async function within<T>(milliseconds: number, promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([AbortSignal.timeout(milliseconds), ...(signal ? [signal] : [])]);
  let giveUp: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    giveUp = () =>
      reject(new SandboxUnavailableError(`A container was not ready within ${milliseconds / 1000} s.`));
    limit.addEventListener('abort', giveUp);
    if (limit.aborted) giveUp();
  });
  return Promise.race([promise, late]).finally(() => giveUp && limit.removeEventListener('abort', giveUp));
}

async function inspect(docker: Docker, id: string): Promise<EndState | undefined> {
  try {
    const { State: state } = await docker.getContainer(id).inspect();
    return { running: state.Running, oomKilled: state.OOMKilled, exitCode: state.ExitCode };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw asSandboxError(error, 'looking at a container');
  }
}

/** Remove by id; one that is gone or going already is fine. */
export async function removeContainer(docker: Docker, id: string): Promise<void> {
  try {
    await docker.getContainer(id).remove({ force: true, v: true });
  } catch (error) {
    const status = statusOf(error);
    if (status !== 404 && status !== 409) throw asSandboxError(error, 'removing a container');
  }
}
