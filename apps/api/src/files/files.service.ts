import { Injectable } from '@nestjs/common';
import { anchorsInForce, publishedVersion } from '@holdout/db';
import { BlobStore } from '@holdout/storage';
import type { Readable } from 'node:stream';
import type { Operation } from '../operation/operation.js';

export interface Download {
  name: string;
  content: Readable;
}

@Injectable()
export class FilesService {
  constructor(private readonly blobs: BlobStore) {}

  /** tar.gz. @throws NotFoundError */
  async starterKit(operation: Operation, versionId: string): Promise<Download> {
    const version = await this.version(operation, versionId);
    const name = `${version.assignment.slug}-starter.tar.gz`;
    return { name, content: await this.blobs.get(version.starterDigest) };
  }

  /** tar of the public data, not compressed. @throws NotFoundError */
  async publicData(operation: Operation, versionId: string): Promise<Download> {
    const version = await this.version(operation, versionId);
    const name = `${version.assignment.slug}-data.tar.gz`;
    return { name, content: await this.blobs.get(version.publicBundleDigest) };
  }

  /**
   * What checking a submission locally needs. The definition says which columns may have been planted; which ones leak
   * is drawn from the deployment's secret and not in it.
   * @throws NotFoundError
   */
  async definition(operation: Operation, versionId: string) {
    const version = await this.version(operation, versionId);
    return { definition: version.definition, anchors: anchorsInForce(version).anchors };
  }

  private version(operation: Operation, versionId: string) {
    return operation.briefly((tx) => publishedVersion(tx, versionId));
  }
}
