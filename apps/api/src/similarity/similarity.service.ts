import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  cohortBySlug,
  createSimilarityReport,
  similarityCounts,
  similarityPairPage,
  similarityReportById,
  similarityReports,
  similarPairs,
} from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { compareSubmissions, JobQueues } from '@holdout/jobs';
import { clustersOf } from '@holdout/similarity';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { SimilarityNames } from './similarity-names.js';
import type {
  CompareSubmissionsInput,
  SimilarityClusterType,
  SimilarityCountsType,
  SimilarityPairConnectionType,
  SimilarityPairType,
} from './similarity.types.js';

const SHOWN = { reports: 10, clusters: 20 };
/** Pairs below it are not kept. */
const LEAST_SIMILARITY = 0.1;

type Report = Awaited<ReturnType<typeof similarityReportById>>;

export type ReportParent = Pick<Report, 'id' | 'assignmentId'>;

/** Reports on how alike the code of different students is. The worker compares. */
@Injectable()
export class SimilarityService {
  constructor(
    private readonly names: SimilarityNames,
    private readonly queues: JobQueues,
  ) {}

  /** @throws NotFoundError; ConflictError while one is under way; RateLimitedError */
  async begin(operation: Operation, input: CompareSubmissionsInput): Promise<Report> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const organizationId = organization.id;
    const { includesEarlier } = input;
    const of = await this.found(operation, input);
    const report = await createSimilarityReport(
      tx,
      { organizationId, ...of, requestedBy: userId, includesEarlier },
      operation.startedAt,
    );
    await putOnRecord(operation, {
      action: 'similarity.requested',
      subjectType: 'similarity-report',
      subjectId: report.id,
      detail: { ...input },
    });
    // If the job is lost, a worker adds another one.
    operation.afterCommit(() => compareSubmissions.add(this.queues, { organizationId, id: report.id }));
    return report;
  }

  /** @throws NotFoundError */
  async newest(operation: Operation, of: { assignmentSlug: string; cohortSlug: string }): Promise<Report[]> {
    return similarityReports(await operation.tx(), await this.found(operation, of), SHOWN.reports);
  }

  /** @throws NotFoundError */
  async one(operation: Operation, id: string): Promise<Report> {
    return similarityReportById(await operation.tx(), id);
  }

  async counts(operation: Operation, { id }: ReportParent): Promise<SimilarityCountsType> {
    return similarityCounts(await operation.tx(), id);
  }

  /** @throws BadUserInputError for a page that is too large */
  async pairs(
    operation: Operation,
    { id, assignmentId }: ReportParent,
    { first, after }: { first: number; after: string | null },
  ): Promise<SimilarityPairConnectionType> {
    const page = { first: checkedPageSize(first), after };
    const { rows, hasNextPage } = await similarityPairPage(await operation.tx(), id, page);
    return {
      nodes: await this.names.inPairs(operation, assignmentId, rows),
      pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null },
    };
  }

  /** @throws BadUserInputError */
  async clusters(
    operation: Operation,
    { id, assignmentId }: ReportParent,
    least: number,
  ): Promise<SimilarityClusterType[]> {
    if (!(least >= LEAST_SIMILARITY && least <= 1)) {
      const message = `"least" is ${least}; it may be ${LEAST_SIMILARITY} to 1.`;
      throw new BadUserInputError(message, { field: 'least' });
    }
    const rows = await similarPairs(await operation.tx(), id, least);
    const pairs = await this.names.inPairs(operation, assignmentId, rows);
    const edges = pairs.map(({ left, right, similarity }) => ({
      left: left.key,
      right: right.key,
      similarity,
    }));
    return clustersOf(edges, least)
      .slice(0, SHOWN.clusters)
      .map((keys) => toCluster(new Set(keys), pairs));
  }

  private async found(
    operation: Operation,
    { assignmentSlug, cohortSlug }: { assignmentSlug: string; cohortSlug: string },
  ) {
    const tx = await operation.tx();
    const assignment = await assignmentBySlug(tx, assignmentSlug);
    const cohort = await cohortBySlug(tx, cohortSlug);
    return { assignmentId: assignment.id, cohortId: cohort.id };
  }
}

function toCluster(keys: ReadonlySet<string>, all: readonly SimilarityPairType[]): SimilarityClusterType {
  const pairs = all.filter(({ left }) => keys.has(left.key));
  const students = new Map(pairs.flatMap(({ left, right }) => [left, right]).map((one) => [one.key, one]));
  return { students: [...students.values()], pairs };
}
