import path from 'node:path';
import { BreakingWire } from '../../support/breaking-wire.js';
import { freshDatabase } from '../../support/database.js';
import { FakedClock } from '../../support/faked-clock.js';
import { GradingLab, withManyAttempts } from '../../support/grading-lab.js';
import type { GradingImages } from '../../support/images.js';
import { OwnDisk } from '../../support/own-disk.js';
import { OwnEngine } from '../../support/own-engine.js';
import { OwnPostgres } from '../../support/own-postgres.js';
import { OwnRedis } from '../../support/own-redis.js';
import { KeptWorker } from './kept-worker.js';

const DISK_BYTES = 3 * 1024 ** 3;
const WORKERS = ['first', 'second'];
/** Winding up takes up to three seconds. */
const STOP_WITHIN_MS = 20_000;

/**
 * A whole deployment of its own, to be broken: two workers, an engine, PostgreSQL and Redis. What it keeps is on one small
 * disk, its servers are behind wires that can be cut, and its workers and its database have clocks of their own.
 */
export class Machine {
  readonly workers: readonly KeptWorker[];
  private readonly ends: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly disk: OwnDisk,
    readonly engine: OwnEngine,
    readonly postgres: OwnPostgres,
    readonly redis: OwnRedis,
    readonly queueWire: BreakingWire,
    readonly clocks: { workers: FakedClock; database: FakedClock },
    readonly lab: GradingLab,
    /** The database, as a worker may use it. */
    readonly workerUrl: string,
  ) {
    this.workers = WORKERS.map((id) => new KeptWorker(lab, id, clocks.workers.env));
  }

  static async start(images: GradingImages): Promise<Machine> {
    const ends: (() => Promise<unknown>)[] = [];
    const made = async <T>(making: Promise<T>, end: (part: T) => Promise<unknown>): Promise<T> => {
      const part = await making;
      ends.unshift(() => end(part));
      return part;
    };
    try {
      const clocks = { workers: new FakedClock(), database: new FakedClock() };
      ends.unshift(() => Promise.all([clocks.workers.remove(), clocks.database.remove()]));
      const disk = await made(OwnDisk.make(DISK_BYTES), (part) => part.remove());
      const engine = await made(
        OwnEngine.start(path.join(disk.folder, 'engine'), [images.light, images.scorer]),
        (part) => part.stop(),
      );
      const postgres = await made(
        OwnPostgres.start(path.join(disk.folder, 'database'), clocks.database.env),
        (part) => part.stop(),
      );
      const redis = await made(OwnRedis.start(), (part) => part.stop());
      const queueWire = await made(BreakingWire.to(redis.port), (part) => part.close());
      const env = {
        DOCKER_HOST: engine.host,
        REDIS_URL: `redis://127.0.0.1:${queueWire.port}`,
        BLOB_DIR: path.join(disk.folder, 'blobs'),
        WORKER_CONCURRENCY: '2',
      };
      const database = await freshDatabase(postgres.adminUrl);
      const own = { ...images, light: await engine.lean(images.light) };
      const lab = await made(GradingLab.create(database, own, { env }), (part) => part.close());
      await lab.publish(withManyAttempts);
      const machine = new Machine(disk, engine, postgres, redis, queueWire, clocks, lab, database.workerUrl);
      machine.ends.push(...ends);
      for (const worker of machine.workers) await worker.start();
      return machine;
    } catch (error) {
      for (const end of ends) await end();
      throw error;
    }
  }

  /** @throws when a worker does not end in order */
  async stopWorkers(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop(STOP_WITHIN_MS)));
  }

  /** Whether the database answers. A server that a fault was too much for is started again, as a service manager does. */
  async isAnswering(): Promise<boolean> {
    if (!this.postgres.isUp) await this.postgres.restart();
    return this.lab.query('SELECT 1').then(Boolean, () => false);
  }

  /** Everything back as it was, whatever was done to it. */
  async mend(): Promise<void> {
    await this.disk.clear();
    this.queueWire.mend();
    this.postgres.wire.mend();
    this.clocks.workers.jump(0);
    this.clocks.database.jump(0);
    this.workers.forEach((worker) => worker.wake());
    await Promise.all([this.engine.restart(), this.postgres.restart(), this.redis.restart()]);
  }

  async stop(): Promise<void> {
    for (const end of this.ends) await end();
  }
}
