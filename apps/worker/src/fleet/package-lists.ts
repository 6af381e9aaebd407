import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Database } from '@holdout/db';
import { readTar } from '@holdout/grading';
import { EngineImages } from '@holdout/sandbox';
import { WorkerIdentity } from '../platform/tokens.js';

/** Where every grading image lists its packages. */
const LIST = '/opt/holdout/packages.txt';

/** Records the packages in each grading image. Receipts name an image by its digest, and this says what the digest stands for. */
@Injectable()
export class PackageLists {
  private readonly seen = new Set<string>();
  private noting: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly engine: EngineImages,
    private readonly identity: WorkerIdentity,
    private readonly logger: PinoLogger,
  ) {}

  /** Records each image once in the whole deployment. Never throws: what fails is tried again with the next call. */
  note(imageIds: readonly string[]): Promise<void> {
    const fresh = imageIds.filter((id) => !this.seen.has(id));
    if (fresh.length === 0) return Promise.resolve();
    this.noting ??= this.noteFresh(fresh).finally(() => (this.noting = null));
    return this.noting;
  }

  private async noteFresh(imageIds: readonly string[]): Promise<void> {
    try {
      for (const imageId of await this.database.system.imagesWithoutPackages(imageIds)) {
        const tar = await this.engine.archiveOf(imageId, LIST, {
          'dev.holdout.deployment': this.identity.deploymentId,
          'dev.holdout.worker': this.identity.id,
        });
        const packages = [...(await readTar(tar)).values()].join('');
        const digest = createHash('sha256').update(packages).digest('hex');
        await this.database.system.recordImagePackages({ imageId, packages, digest });
      }
      for (const imageId of imageIds) this.seen.add(imageId);
    } catch (error) {
      this.logger.warn(
        { err: error },
        'the packages of an image could not be noted; the next round tries again',
      );
    }
  }
}
