import { Injectable } from '@nestjs/common';
import { submittedFiles } from '@holdout/domain';
import { BlobStore } from '@holdout/storage';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import type { SourceFileType } from './reviews.types.js';

/** Text files of a submission, as the sandbox unpacked them. The archive itself is never opened here. */
@Injectable()
export class SourceFiles {
  /** Several fields of a result read the same blob. */
  private readonly byDigest = () =>
    new DataLoader<string, SourceFileType[]>((digests) =>
      Promise.all(digests.map((digest) => this.read(digest))),
    );

  constructor(private readonly blobs: BlobStore) {}

  /** Empty for runs that ended before sources were kept. */
  async of(operation: Operation, digest: string | undefined): Promise<SourceFileType[]> {
    return digest ? operation.shared(this.byDigest).load(digest) : [];
  }

  private async read(digest: string): Promise<SourceFileType[]> {
    return submittedFiles.parse(JSON.parse((await this.blobs.getBuffer(digest)).toString('utf8'))).files;
  }
}
