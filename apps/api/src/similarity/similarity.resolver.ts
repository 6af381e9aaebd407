import { Args, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ComparedPairType } from './compared-works.types.js';
import { ComparedWorksService } from './compared-works.service.js';
import { SimilarityService, type ReportParent } from './similarity.service.js';
import {
  CompareSubmissionsInput,
  SimilarityClusterType,
  SimilarityCountsType,
  SimilarityPairConnectionType,
  SimilarityReportType,
} from './similarity.types.js';

@Resolver(() => SimilarityReportType)
export class SimilarityResolver {
  constructor(
    private readonly service: SimilarityService,
    private readonly works: ComparedWorksService,
  ) {}

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => SimilarityReportType, { description: 'Compares in the background.' })
  compareSubmissions(
    @CurrentOperation() operation: Operation,
    @Args('input') input: CompareSubmissionsInput,
  ) {
    return this.service.begin(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => [SimilarityReportType], { description: 'The newest, newest first.' })
  similarityReports(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('cohortSlug') cohortSlug: string,
  ) {
    return this.service.newest(operation, { assignmentSlug, cohortSlug });
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => SimilarityReportType)
  similarityReport(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.one(operation, id);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => ComparedPairType)
  similarityPair(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.works.sideBySide(operation, id);
  }

  @ResolveField(() => SimilarityCountsType)
  counts(@CurrentOperation() operation: Operation, @Parent() report: ReportParent) {
    return this.service.counts(operation, report);
  }

  @ResolveField(() => SimilarityPairConnectionType, { description: 'Most similar first.' })
  pairs(
    @CurrentOperation() operation: Operation,
    @Parent() report: ReportParent,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.pairs(operation, report, { first: first ?? 50, after });
  }

  @ResolveField(() => [SimilarityClusterType], { description: 'The 20 largest.' })
  clusters(
    @CurrentOperation() operation: Operation,
    @Parent() report: ReportParent,
    @Args('least', { type: () => Float, description: 'The least similarity that connects.' }) least: number,
  ) {
    return this.service.clusters(operation, report, least);
  }
}
