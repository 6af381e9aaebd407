import { Injectable } from '@nestjs/common';
import { BlobStore } from '@holdout/storage';
import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Operation } from '../operation/operation.js';
import type { SourceFileType } from './reviews.types.js';

const sourceBlob = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int(), text: z.string().nullable() })),
});

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
    return sourceBlob.parse(JSON.parse((await this.blobs.getBuffer(digest)).toString('utf8'))).files;
  }
}
