import { access } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { imagesOf, type WorkerConfig } from '@holdout/config';
import { EngineImages } from '@holdout/sandbox';
import { WORKER_CONFIG } from '../platform/tokens.js';

/**
 * Which of its images this worker's engine holds. A run goes only to a worker that has its images, so a worker whose
 * engine does not answer gets none.
 */
@Injectable()
export class ImagesAtHand {
  private names: readonly string[] = [];
  private ids: readonly string[] = [];
  private looking: Promise<void> | null = null;

  constructor(
    private readonly engine: EngineImages,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  /** What this worker can do, as runs require it. */
  get labels(): string[] {
    return [...this.config.WORKER_LABELS, ...this.names.map((name) => `image:${name}`)];
  }

  /** Those of its images that are here. */
  get present(): readonly string[] {
    return this.ids;
  }

  /**
   * Which of these images are neither on this engine nor in its archive. What is in the archive is loaded.
   * @throws SandboxUnavailableError
   */
  async missingOf(images: Readonly<Record<string, string>>): Promise<{ name: string; id: string }[]> {
    const missing: { name: string; id: string }[] = [];
    for (const [name, id] of Object.entries(images))
      if (!(await this.engine.has(id)) && !(await this.load(name, id))) missing.push({ name, id });
    return missing;
  }

  /** Loads images that the engine lacks, where there is an archive of them, and looks again. Never throws. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    const names: string[] = [];
    const ids: string[] = [];
    try {
      for (const [name, id] of Object.entries(imagesOf(this.config))) {
        if (!(await this.engine.has(id)) && !(await this.load(name, id))) continue;
        names.push(name);
        ids.push(id);
      }
      this.ids = ids;
    } catch (error) {
      this.logger.warn({ err: error }, 'the engine does not answer: this worker takes no runs until it does');
      this.names = [];
      return;
    }
    // Every run is scored: without the scorer this worker can do nothing.
    this.names = names.includes('scorer') ? names : [];
  }

  private async load(name: string, id: string): Promise<boolean> {
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
