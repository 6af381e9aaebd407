import { Injectable } from '@nestjs/common';
import { cohortById, comparedRun, holderOf, similarityPairById } from '@holdout/db';
import { match, sourceCode } from '@holdout/similarity';
import { z } from 'zod';
import { noteStaffAccess } from '../audit/staff-access.js';
import type { Operation } from '../operation/operation.js';
import { assertNotOwn } from '../reviews/review-access.js';
import { SourceFiles } from '../reviews/source-files.js';
import type { ComparedPairType, ComparedWorkType } from './compared-works.types.js';
import { SimilarityNames } from './similarity-names.js';

/** Two works beside each other, with what they have in common. */
@Injectable()
export class ComparedWorksService {
  constructor(
    private readonly names: SimilarityNames,
    private readonly sources: SourceFiles,
  ) {}

  /** @throws NotFoundError; ForbiddenError for the viewer's own work */
  async sideBySide(operation: Operation, id: string): Promise<ComparedPairType> {
    const tx = await operation.tx();
    const row = await similarityPairById(tx, id);
    const { assignmentId } = row.report;
    for (const { runId, studentId } of [row.left, row.right]) {
      await assertNotOwn(operation, await holderOf(tx, runId));
      await noteStaffAccess(tx, operation, { action: 'similarity.opened', runId, studentId });
    }
    const isAnonymous = await this.names.isAnonymous(operation, assignmentId);
    const [pair] = await this.names.inPairs(operation, assignmentId, [row]);
    const cohort = await cohortById(tx, row.report.cohortId);
    if (!pair) throw new Error('A pair that was found has no names.');
    return {
      pair,
      reportId: row.reportId,
      cohortSlug: cohort.slug,
      left: await this.work(operation, row.left.runId, isAnonymous),
      right: await this.work(operation, row.right.runId, isAnonymous),
      matches: z.array(match).parse(row.matches),
    };
  }

  private async work(operation: Operation, runId: string, isAnonymous: boolean): Promise<ComparedWorkType> {
    const run = await comparedRun(await operation.tx(), runId);
    return {
      runId: isAnonymous ? null : runId,
      submittedAt: run.submission.createdAt,
      files: sourceCode(await this.sources.of(operation, run.submission.source?.digest)),
    };
  }
}
