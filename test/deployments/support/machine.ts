import { execFile, execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OwnEngine } from '../../support/own-engine.js';
import type { Wire } from './wire.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const COMPOSE = path.join(ROOT, 'infra/compose');
/** Docker Compose, in an image of the machine that tests run on. */
const DEPLOYER = 'holdout/deployer';

/** The images that deployments take from a registry, and what stands in for them. */
const STAND_INS: Readonly<Record<string, string>> = {
  'holdout/stand-in-postgres': 'postgres:18',
  'holdout/stand-in-redis': 'redis:8',
  'holdout/stand-in-caddy': 'caddy:2',
  'holdout/stand-in-seaweedfs': 'chrislusf/seaweedfs:latest',
};
export const SERVERS = Object.keys(STAND_INS);

/** A machine with nothing but a Docker Engine and a network, as far as a deployment can tell. */
export class Machine {
  private constructor(
    readonly folder: string,
    readonly address: string,
    readonly engine: OwnEngine,
  ) {}

  /**
   * @param images that its engine holds
   * @param env of its engine
   */
  static async start(
    folder: string,
    wire: Wire,
    images: readonly string[],
    env?: NodeJS.ProcessEnv,
  ): Promise<Machine> {
    await mkdir(folder, { recursive: true });
    const open = { iptables: true, 'ip-forward': true };
    const engine = await OwnEngine.start(path.join(folder, 'engine'), images, env, open);
    try {
      for (const image of images) {
        const [repo, tag] = (STAND_INS[image] ?? '').split(':');
        if (repo && tag) await engine.docker.getImage(image).tag({ repo, tag });
      }
      return new Machine(folder, wire.connect(engine.name), engine);
    } catch (error) {
      await engine.stop();
      throw error;
    }
  }

  /** What an operator writes into .env here. */
  async configure(settings: Readonly<Record<string, string>>): Promise<void> {
    const own = { DOCKER_SOCKET: this.socket, DOCKER_GROUP: this.group, ...settings };
    const lines = Object.entries(own).map(([name, value]) => `${name}=${value}\n`);
    await writeFile(this.settings, lines.join(''), { mode: 0o600 });
  }

  /** Runs Docker Compose as an operator does, below infra/compose. Answers what it printed. @throws with its complaint */
  async compose(...args: string[]): Promise<string> {
    const mounts = [`${ROOT}:${ROOT}:ro`, `${this.folder}:${this.folder}`];
    const { stdout } = await promisify(execFile)(
      'docker',
      [
        'run',
        '--rm',
        '--network',
        'none',
        '--workdir',
        COMPOSE,
        ...mounts.flatMap((mount) => ['--volume', mount]),
        '--env',
        `DOCKER_HOST=${this.engine.host}`,
        DEPLOYER,
        'docker',
        'compose',
        '--env-file',
        this.settings,
        ...args,
      ],
      { maxBuffer: 1 << 26 },
    );
    return stdout;
  }

  async stop(): Promise<void> {
    await this.engine.stop();
  }

  private get settings(): string {
    return path.join(this.folder, 'settings.env');
  }

  private get socket(): string {
    return this.engine.host.replace('unix://', '');
  }

  private get group(): string {
    return execFileSync('stat', ['-c', '%g', this.socket], { encoding: 'utf8' }).trim();
  }
}
