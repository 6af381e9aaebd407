import { Injectable } from '@nestjs/common';
import { BlobStore } from '@holdout/storage';
import { z } from 'zod';
import type { SourceFileType } from './reviews.types.js';

const sourceBlob = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int(), text: z.string().nullable() })),
});

/** Text files of a submission, as the sandbox unpacked them. The archive itself is never opened here. */
@Injectable()
export class SourceFiles {
  constructor(private readonly blobs: BlobStore) {}

  /** Empty for runs that ended before sources were kept. */
  async of(digest: string | undefined): Promise<SourceFileType[]> {
    if (!digest) return [];
    return sourceBlob.parse(JSON.parse((await this.blobs.getBuffer(digest)).toString('utf8'))).files;
  }
}
