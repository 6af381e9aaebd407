import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import { Database, type EngineNote } from '@holdout/db';
import { EngineImages } from '@holdout/sandbox';
import { ImagesAtHand } from '../fleet/images-at-hand.js';
import { PackageLists } from '../fleet/package-lists.js';
import { GradingConsumer } from '../grading/grading.consumer.js';
import { WORKER_CONFIG, WorkerIdentity } from '../platform/tokens.js';
import { UsableGpus } from '../platform/usable-gpus.js';

const BEAT_MS = 10_000;
const ENGINE_NOTE_MS = 2_000;

/**
 * Tells the fleet that this worker is alive and what it can do, and receives the operator's orders. Emits `drain` once if it
 * should end.
 */
@Injectable()
export class Heartbeat extends EventEmitter<{ drain: [] }> {
  private timer: NodeJS.Timeout | null = null;
  private isDraining = false;

  constructor(
    private readonly database: Database,
    private readonly consumer: GradingConsumer,
    private readonly images: ImagesAtHand,
    private readonly packages: PackageLists,
    private readonly engine: EngineImages,
    private readonly gpus: UsableGpus,
    private readonly identity: WorkerIdentity,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {
    super();
  }

  /** @throws if the database does not accept the first heartbeat */
  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beat().catch((error: unknown) => this.logger.warn({ err: error }, 'a heartbeat was lost'));
    }, BEAT_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.database.system.retireWorker(this.identity.id);
  }

  /**
   * What the operator's page says about the engine. Looking for images has already warned about an engine that does not
   * answer.
   */
  private async engineNote(): Promise<EngineNote | null> {
    const gpus = { gpus: this.gpus.devices.map(({ name }) => name), gpuProblem: this.gpus.problem };
    const note = this.engine.note(`dev.holdout.worker=${this.identity.id}`).catch(() => null);
    // A hanging engine must not make a worker look dead.
    const found = await Promise.race([note, sleep(ENGINE_NOTE_MS, null, { ref: false })]);
    return found && { ...found, ...gpus };
  }

  private async beat(): Promise<void> {
    await this.images.look();
    // What the engine says of its GPUs now stands in this beat; one that hangs must not hold it up.
    await Promise.race([this.gpus.look(), sleep(ENGINE_NOTE_MS, undefined, { ref: false })]);
    void this.packages.note(this.images.present);
    const { isPaused, isDraining } = await this.database.system.beat({
      id: this.identity.id,
      hostname: hostname(),
      labels: this.images.labels,
      concurrency: this.config.WORKER_CONCURRENCY,
      startedAt: this.identity.startedAt,
      engine: await this.engineNote(),
    });
    const wasPaused = this.consumer.isPaused;
    this.consumer.isPaused = isPaused;
    if (wasPaused && !isPaused) void this.consumer.takeRuns();
    if (isDraining && !this.isDraining) this.emit('drain');
    this.isDraining = isDraining;
  }
}
