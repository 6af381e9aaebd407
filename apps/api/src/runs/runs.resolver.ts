import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AssignmentType } from '../assignments/assignments.types.js';
import { PhaseLimitType } from '../assignments/versions.types.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { SubmissionType } from '../submissions/submissions.types.js';
import { NamesLoader, limitsOfVersion } from './run-loaders.js';
import { RUN_READERS } from './run-readers.js';
import { toErrorDetail, toPhase, type RunRow } from './run-view.js';
import { RunsService } from './runs.service.js';
import {
  LogChunkType,
  MetricValueType,
  QueuePlaceType,
  ReceiptType,
  RunConnectionType,
  RunErrorDetailType,
  RunPhaseType,
  RunType,
  StudentType,
} from './runs.types.js';
import { ScoreType } from './scores.types.js';

@Resolver(() => RunType)
export class RunsResolver {
  constructor(
    private readonly service: RunsService,
    private readonly names: NamesLoader,
  ) {}

  @AllowRoles(...RUN_READERS)
  @Query(() => RunType)
  run(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.open(operation, id);
  }

  @AllowRoles(...RUN_READERS)
  @Query(() => RunConnectionType)
  runs(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug', { type: () => String, nullable: true }) assignmentSlug: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.page(operation, { assignmentSlug, first: first ?? 20, after });
  }

  @AllowRoles(...RUN_READERS)
  @Query(() => [LogChunkType], { description: 'Log of the visible phases; 1,000 chunks at most.' })
  runLog(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('afterSequence', { type: () => Int, nullable: true }) afterSequence: number | null,
  ) {
    return this.service.readLog(operation, runId, afterSequence ?? null);
  }

  @AllowRoles(...RUN_READERS)
  @Mutation(() => RunType)
  cancelRun(@CurrentOperation() operation: Operation, @Args('runId', { type: () => ID }) runId: string) {
    return this.service.cancel(operation, runId);
  }

  @ResolveField(() => RunErrorDetailType, { nullable: true })
  errorDetail(@Parent() run: RunRow) {
    return toErrorDetail(run.errorDetail);
  }

  @ResolveField(() => Boolean)
  isCancelRequested(@Parent() run: RunRow) {
    return run.cancelRequestedAt !== null;
  }

  @ResolveField(() => [RunPhaseType])
  phases(@Parent() run: RunRow) {
    return run.phases.map(toPhase);
  }

  @ResolveField(() => [PhaseLimitType])
  phaseLimits(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return operation.shared(limitsOfVersion).load(run.assignmentVersionId);
  }

  @ResolveField(() => QueuePlaceType, { nullable: true })
  queue(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.queuePlace(operation, run);
  }

  @ResolveField(() => SubmissionType)
  submission(@Parent() run: RunRow) {
    return run.submission;
  }

  @ResolveField(() => AssignmentType)
  assignment(@Parent() run: RunRow) {
    return run.submission.assignment;
  }

  @ResolveField(() => StudentType)
  async student(@CurrentOperation() operation: Operation, @Parent() run: RunRow): Promise<StudentType> {
    return { id: run.studentId, name: await this.names.of(operation, run.studentId) };
  }

  @ResolveField(() => ScoreType, { nullable: true })
  score(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.score(operation, run);
  }

  @ResolveField(() => [MetricValueType])
  metrics(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.metrics(operation, run);
  }

  @ResolveField(() => ReceiptType, { nullable: true })
  receipt(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.receipt(operation, run);
  }
}
