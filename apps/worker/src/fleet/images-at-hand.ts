import { access } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { imagesOf, type WorkerConfig } from '@holdout/config';
import { EngineImages } from '@holdout/sandbox';
import { WORKER_CONFIG } from '../platform/tokens.js';
import { UsableGpus } from '../platform/usable-gpus.js';

/** The label that runs with a GPU require. A worker whose engine cannot provide one does not offer it. */
const GPU_LABEL = 'gpu';

/**
 * Which of this worker's images its engine has. A run only goes to a worker that has its images, so a worker whose engine
 * does not answer gets none.
 */
@Injectable()
export class ImagesAtHand {
  private names: readonly string[] = [];
  private ids: readonly string[] = [];
  private looking: Promise<void> | null = null;
  private readonly loading = new Map<string, Promise<boolean>>();

  constructor(
    private readonly engine: EngineImages,
    private readonly gpus: UsableGpus,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  /** The labels this worker offers to runs. */
  get labels(): string[] {
    const own = this.config.WORKER_LABELS.filter((label) => label !== GPU_LABEL || !this.gpus.problem);
    return [...own, ...this.names.map((name) => `image:${name}`)];
  }

  /** The names of the images that the engine has. */
  get present(): readonly string[] {
    return this.ids;
  }

  /**
   * Which of these images are neither on this engine nor in its archive. Images in the archive are loaded.
   * @throws SandboxUnavailableError
   */
  async missingOf(images: Readonly<Record<string, string>>): Promise<{ name: string; id: string }[]> {
    const missing: { name: string; id: string }[] = [];
    for (const [name, id] of Object.entries(images))
      if (!(await this.engine.has(id)) && !(await this.load(name, id))) missing.push({ name, id });
    return missing;
  }

  /**
   * Starts loading missing images from the archive, if there is one. Does not wait for them: that can take minutes, and a
   * worker that sends no heartbeat for so long would count as gone. Never throws.
   */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const names: string[] = [];
    const ids: string[] = [];
    try {
      for (const [name, id] of Object.entries(imagesOf(this.config))) {
        if (await this.engine.has(id)) {
          names.push(name);
          ids.push(id);
        } else this.loadLater(name, id);
      }
      this.ids = ids;
    } catch (error) {
      this.logger.warn({ err: error }, 'the engine does not answer: this worker takes no runs until it does');
      this.names = [];
      return;
    }
    // Every run is scored, so without the scorer this worker can do nothing.
    this.names = names.includes('scorer') ? names : [];
  }

  private loadLater(name: string, id: string): void {
    if (this.loading.has(id)) return;
    this.load(name, id).then(
      (isHere) => (isHere ? this.look() : undefined),
      (error: unknown) => this.logger.warn({ err: error, name, id }, 'an image could not be loaded'),
    );
  }

  /** An image that is being loaded is not loaded a second time. */
  private load(name: string, id: string): Promise<boolean> {
    const load = this.loading.get(id) ?? this.loadOnce(name, id).finally(() => this.loading.delete(id));
    this.loading.set(id, load);
    return load;
  }

  private async loadOnce(name: string, id: string): Promise<boolean> {
    const folder = this.config.IMAGE_ARCHIVE_DIR;
    const archive = folder && path.join(folder, `${id.replace('sha256:', '')}.tar`);
    if (!archive || !(await isThere(archive))) {
      this.logger.warn({ name, id }, 'an image is missing on this engine: no run that needs it comes here');
      return false;
    }
    await this.engine.load(archive);
    this.logger.info({ name, id }, 'image loaded');
    return this.engine.has(id);
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
