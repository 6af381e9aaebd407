import { execFileSync, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { end, hasEnded, startOwn } from './own-process.js';
import { untilTrue } from './until-true.js';

const READY_WITHIN_MS = 60_000;
/** After a `kill -9` of dockerd its pid file is left: the first start fails, the second works. */
const START_ATTEMPTS = 3;
/** Nothing in its network leads out of it, so there is nothing to filter or to forward. */
const CLOSED = { iptables: false, 'ip-forward': false };

/**
 * A Docker Engine of a test's own, in a network namespace of its own: whatever is done to it, the machine's is not touched.
 * Needs root.
 */
export class OwnEngine {
  readonly docker: Docker;
  private daemon: ChildProcess | undefined;

  private constructor(
    readonly folder: string,
    /** Of its network namespace. */
    readonly name: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.docker = new Docker({ socketPath: this.socket });
  }

  /**
   * @param folder where it keeps what it has; removed with it
   * @param images that it is given, from the engine that runs already
   * @param env the engine's own environment
   * @param settings what its daemon.json says, such as runtimes
   */
  static async start(
    folder: string,
    images: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
    settings: Readonly<Record<string, unknown>> = {},
  ): Promise<OwnEngine> {
    const engine = new OwnEngine(folder, `holdout-${randomBytes(4).toString('hex')}`, env);
    await mkdir(folder, { recursive: true });
    await writeFile(engine.settings, JSON.stringify({ ...CLOSED, ...settings }));
    execFileSync('ip', ['netns', 'add', engine.name]);
    try {
      await engine.restart();
      if (images.length > 0) engine.load(images);
    } catch (error) {
      await engine.stop();
      throw error;
    }
    return engine;
  }

  get host(): string {
    return `unix://${this.socket}`;
  }

  /** Ends the daemon as a power cut would. What it started lives on, without anybody who listens. */
  async kill9(): Promise<void> {
    if (this.daemon) await end(this.daemon, 'SIGKILL');
    // Its containerd dies with it. Where no init reaps that, its pid looks alive, and a start waits for it in vain.
    await rm(path.join(this.folder, 'exec/containerd/containerd.pid'), { force: true });
  }

  /** Starts the daemon where none runs. */
  async restart(): Promise<void> {
    for (let attempt = 1; !this.isUp; attempt++) {
      const daemon = this.serve();
      const answers = (): Promise<boolean> => this.docker.ping().then(Boolean, () => false);
      await untilTrue(
        async () => hasEnded(daemon) || (await answers()),
        READY_WITHIN_MS,
        () => `the engine in ${this.folder} does not answer`,
      );
      this.daemon = daemon;
      if (attempt === START_ATTEMPTS && !this.isUp)
        throw new Error(`The engine in ${this.folder} does not start.`);
      if (!this.isUp) await sleep(500);
    }
  }

  load(images: readonly string[]): void {
    execFileSync('sh', ['-c', `docker save ${images.join(' ')} | docker --host ${this.host} load`]);
  }

  /**
   * An image whose containers import nothing ahead, for programs that need nothing: they start in a fraction of the time.
   * Answers its id, known to this engine alone.
   */
  async lean(image: string): Promise<string> {
    const container = await this.docker.createContainer({ Image: image });
    const { Id } = (await container.commit({ changes: 'CMD []' })) as { Id: string };
    await container.remove();
    return Id;
  }

  /** What starts a program in its network. */
  get launcher(): [string, ...string[]] {
    return ['nsenter', `--net=/run/netns/${this.name}`];
  }

  async stop(): Promise<void> {
    // The daemon leaves its containers alone when it ends.
    const left = this.isUp ? await this.docker.listContainers({ all: true }) : [];
    await Promise.all(left.map(({ Id }) => this.docker.getContainer(Id).remove({ force: true })));
    if (this.daemon) await end(this.daemon, 'SIGTERM');
    this.endStrayShims();
    execFileSync('ip', ['netns', 'delete', this.name]);
    spawnSync('umount', [path.join(this.folder, 'data')]); // it mounts its data on itself
    await rm(this.folder, { recursive: true, force: true });
  }

  /**
   * An engine that was killed and started again may count a container among the dead and forget it while its shim and its
   * program live on: neither it nor anybody who asks it can end them.
   */
  private endStrayShims(): void {
    const found = spawnSync('pgrep', ['-f', `containerd-shim.* -namespace ${this.name} `], {
      encoding: 'utf8',
    });
    for (const shim of found.stdout.split('\n').filter(Boolean)) {
      spawnSync('pkill', ['-KILL', '-P', shim]);
      spawnSync('kill', ['-KILL', shim]);
    }
  }

  private get socket(): string {
    return path.join(this.folder, 'sock');
  }

  private get settings(): string {
    return path.join(this.folder, 'daemon.json');
  }

  private get isUp(): boolean {
    return this.daemon !== undefined && !hasEnded(this.daemon);
  }

  private serve(): ChildProcess {
    const roots = ['data', 'exec'].map((name) => `--${name}-root=${path.join(this.folder, name)}`);
    const [command, ...within] = this.launcher;
    const args = [
      ...within,
      'dockerd',
      ...roots,
      `--pidfile=${path.join(this.folder, 'pid')}`,
      `--host=${this.host}`,
      `--config-file=${this.settings}`,
      // Containers outlive the engine, as they do where the platform starts it.
      '--live-restore',
      `--containerd-namespace=${this.name}`,
      `--containerd-plugins-namespace=${this.name}-plugins`,
    ];
    return startOwn(command, args, { env: this.env });
  }
}
