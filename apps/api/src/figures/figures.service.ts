import { Injectable } from '@nestjs/common';
import { figureById, figuresKept, keepFigure } from '@holdout/db';
import { BadUserInputError, FIGURE_LIMITS as MAX, figureTypeOf } from '@holdout/domain';
import { BlobStore } from '@holdout/storage';
import type { Operation } from '../operation/operation.js';

const MIB = 1024 * 1024;

/** Pictures in what instructors write. */
@Injectable()
export class FiguresService {
  constructor(private readonly blobs: BlobStore) {}

  /** @throws BadUserInputError */
  async keep(operation: Operation, content: Buffer): Promise<{ id: string }> {
    if (content.length > MAX.bytes)
      throw new BadUserInputError(`A figure has ${MAX.bytes / MIB} MiB at most. Make it smaller.`, {
        field: 'figure',
        limit: MAX.bytes,
      });
    const mediaType = figureTypeOf(content);
    if (mediaType === null)
      throw new BadUserInputError('This is not a PNG, JPEG or WebP file. Save the figure as one of these.', {
        field: 'figure',
      });
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    if ((await figuresKept(tx)) >= MAX.perOrganization)
      throw new BadUserInputError(
        `The organization has ${MAX.perOrganization} figures, as many as it may. Use one of them.`,
        { field: 'figure', limit: MAX.perOrganization },
      );
    const { digest, size: bytes } = await this.blobs.put(content);
    return keepFigure(tx, {
      organizationId: organization.id,
      uploadedBy: userId,
      digest,
      mediaType,
      bytes,
    });
  }

  /** @throws NotFoundError */
  async one(operation: Operation, id: string): Promise<{ mediaType: string; content: Buffer }> {
    const { digest, mediaType } = await operation.briefly((tx) => figureById(tx, id));
    return { mediaType, content: await this.blobs.getBuffer(digest) };
  }
}
