import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase } from '../../support/database.js';
import { freePort } from '../../support/free-port.js';
import { editDefinition, GradingLab, withManyAttempts, type LabWorker } from '../../support/grading-lab.js';
import type { GradingImages } from '../../support/images.js';
import { OwnEngine } from '../../support/own-engine.js';

export const WORKERS = ['frankfurt', 'oregon', 'big'] as const;
export type WorkerName = (typeof WORKERS)[number];
/** What each can do. */
export const LABELS: Readonly<Record<WorkerName, string>> = {
  frankfurt: 'cpu,region:eu',
  oregon: 'cpu,region:us',
  big: 'cpu,region:us,memory:large',
};
/** Assignments by what they require of a worker. */
export const NEEDS = {
  anywhere: ['cpu'],
  europe: ['cpu', 'region:eu'],
  large: ['cpu', 'memory:large'],
} as const;
export type Need = keyof typeof NEEDS;

/** Three engines, each in a network namespace of its own: the first is given the images, the others find them in an archive. */
export class Engines {
  private constructor(
    readonly folder: string,
    readonly engines: Readonly<Record<WorkerName, OwnEngine>>,
    readonly images: GradingImages,
  ) {}

  static async start({ light, scorer }: GradingImages): Promise<Engines> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-fleet-'));
    const started: OwnEngine[] = [];
    const start = async (name: WorkerName, images: readonly string[]): Promise<OwnEngine> => {
      const engine = await OwnEngine.start(path.join(folder, name), images);
      started.push(engine);
      return engine;
    };
    try {
      await Promise.all(WORKERS.map((name) => mkdir(path.join(folder, name))));
      const frankfurt = await start('frankfurt', [light, scorer]);
      const engines = { frankfurt, oregon: await start('oregon', []), big: await start('big', []) };
      const images = { light: await frankfurt.lean(light), scorer };
      const made = new Engines(folder, engines, images);
      await mkdir(made.archive);
      for (const id of Object.values(images)) made.save(frankfurt, id);
      return made;
    } catch (error) {
      await Promise.all(started.map((engine) => engine.stop()));
      throw error;
    }
  }

  /** Where workers find images that their engines lack. */
  get archive(): string {
    return path.join(this.folder, 'archive');
  }

  private save(engine: OwnEngine, id: string): void {
    const file = path.join(this.archive, `${id.replace('sha256:', '')}.tar`);
    execFileSync('docker', ['--host', engine.host, 'save', '--output', file, id]);
  }

  async stop(): Promise<void> {
    await Promise.all(WORKERS.map((name) => this.engines[name].stop()));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A deployment whose three workers have an engine each. */
export class Fleet {
  readonly workers = new Map<WorkerName, LabWorker>();
  readonly metricsPort = freePort();

  private constructor(
    readonly lab: GradingLab,
    private readonly engines: Engines,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param server a superuser's address, up to the name of the database */
  static async start(
    engines: Engines,
    server: string,
    env: Readonly<Record<string, string>>,
  ): Promise<Fleet> {
    const database = await freshDatabase(server);
    const lab = await GradingLab.create(database, engines.images, { env });
    const fleet = new Fleet(lab, engines, database.drop);
    try {
      for (const [need, labels] of Object.entries(NEEDS))
        await lab.publish(async (folder) => {
          await withManyAttempts(folder);
          await editDefinition(folder, (text) =>
            `${text}\nlabels: ${JSON.stringify(labels)}\n`.replace('slug: tabular-risk', `slug: ${need}`),
          );
        });
      await Promise.all(WORKERS.map((name) => fleet.startWorker(name)));
      return fleet;
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  async startWorker(name: WorkerName): Promise<void> {
    const worker = await this.lab.startWorker({
      WORKER_ID: name,
      WORKER_LABELS: LABELS[name],
      DOCKER_HOST: this.engines.engines[name].host,
      IMAGE_ARCHIVE_DIR: this.engines.archive,
      ...(name === 'frankfurt' && { WORKER_PORT: String(await this.metricsPort) }),
    });
    this.workers.set(name, worker);
  }

  /** An operator's order, by the worker's own command. */
  async order(order: 'pause' | 'resume' | 'drain', name: WorkerName): Promise<void> {
    await this.lab.command(['fleet', order, name]);
  }

  /** Each by a student of its own: how many runs a student may have at once is not what this is about. */
  async submit(need: Need, project: string): Promise<string> {
    return this.lab.submit(project, 'PRACTICE', need, await this.lab.addStudent());
  }

  /** Who graded a run, as its row says. */
  async graderOf(runId: string): Promise<string | null> {
    const [row] = await this.lab.query<{ worker_id: string | null }>(
      'SELECT worker_id FROM runs WHERE id = $1',
      [runId],
    );
    return row?.worker_id ?? null;
  }

  /** What each worker said with its last beat that it can do. */
  async labels(): Promise<Record<string, string[]>> {
    const rows = await this.lab.query<{ id: string; labels: string[] }>('SELECT id, labels FROM workers');
    return Object.fromEntries(rows.map(({ id, labels }) => [id, labels]));
  }

  /** A metric of the queue by lane, from Prometheus' page of a worker. */
  async demand(metric: string): Promise<Record<string, number>> {
    const page = await fetch(`http://127.0.0.1:${await this.metricsPort}/metrics`);
    const lines = (await page.text()).matchAll(
      new RegExp(`^holdout_queue_${metric}{lane="([^"]*)",resource="CPU"} (\\S+)$`, 'gm'),
    );
    return Object.fromEntries([...lines].map(([, lane = '', value]) => [lane, Number(value)]));
  }

  async stop(): Promise<void> {
    await this.lab.close();
    await this.drop();
  }
}
