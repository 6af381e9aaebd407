import { Injectable } from '@nestjs/common';
import { reviewPolicyOf } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { codeNameOf } from '../reviews/review-names.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { SimilarityPairType, SimilarityStudentType } from './similarity.types.js';

interface Work {
  studentId: string;
  isEarlier: boolean;
}

export interface PairRow extends Omit<SimilarityPairType, 'left' | 'right'> {
  reportId: string;
  left: Work;
  right: Work;
}

/** The students of a report: by name, or by a code if reviews of the assignment are anonymous. */
@Injectable()
export class SimilarityNames {
  constructor(private readonly names: NamesLoader) {}

  async isAnonymous(operation: Operation, assignmentId: string): Promise<boolean> {
    return (await reviewPolicyOf(await operation.tx(), assignmentId)).isAnonymous;
  }

  async inPairs(
    operation: Operation,
    assignmentId: string,
    rows: readonly PairRow[],
  ): Promise<SimilarityPairType[]> {
    const isAnonymous = await this.isAnonymous(operation, assignmentId);
    const named = async (reportId: string, work: Work): Promise<SimilarityStudentType> => {
      const { studentId, isEarlier } = work;
      const key = codeNameOf('Student', `similarity:${reportId}:${studentId}`);
      return { key, isEarlier, name: isAnonymous ? key : await this.names.of(operation, studentId) };
    };
    return Promise.all(
      rows.map(async ({ id, reportId, similarity, leftShare, rightShare, matchedLines, left, right }) => ({
        id,
        similarity,
        leftShare,
        rightShare,
        matchedLines,
        left: await named(reportId, left),
        right: await named(reportId, right),
      })),
    );
  }
}
