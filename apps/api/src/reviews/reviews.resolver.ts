import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ReviewFilter } from '@holdout/domain';
import { ReviewFilterEnum } from '../graphql/enums.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { GradingActionsService } from './grading-actions.service.js';
import { GRADERS } from './review-access.js';
import { GradeCriterionInput, ReviewCommentInput } from './reviews.inputs.js';
import { ReviewsService } from './reviews.service.js';
import { ReviewItemConnectionType, ReviewQueueType, ReviewType, SavedCommentType } from './reviews.types.js';

@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly actions: GradingActionsService,
  ) {}

  @AllowRoles(...GRADERS)
  @Query(() => [ReviewQueueType])
  reviewQueues(@CurrentOperation() operation: Operation) {
    return this.reviews.queues(operation);
  }

  @AllowRoles(...GRADERS)
  @Query(() => ReviewItemConnectionType)
  reviewQueue(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('filter', { type: () => ReviewFilterEnum, defaultValue: 'WAITING' }) filter: ReviewFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.reviews.queue(operation, assignmentSlug, {
      filter,
      first: first ?? 50,
      after: after ?? null,
    });
  }

  @AllowRoles(...GRADERS)
  @Query(() => ID, { nullable: true, description: 'The first run that needs the viewer.' })
  firstToReview(@CurrentOperation() operation: Operation, @Args('assignmentSlug') assignmentSlug: string) {
    return this.reviews.first(operation, assignmentSlug);
  }

  @AllowRoles(...GRADERS)
  @Query(() => ReviewType)
  review(@CurrentOperation() operation: Operation, @Args('runId', { type: () => ID }) runId: string) {
    return this.reviews.review(operation, runId);
  }

  @AllowRoles(...GRADERS)
  @Query(() => [SavedCommentType])
  savedComments(@CurrentOperation() operation: Operation, @Args('assignmentSlug') assignmentSlug: string) {
    return this.reviews.savedComments(operation, assignmentSlug);
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => ReviewType)
  async gradeCriterion(@CurrentOperation() operation: Operation, @Args('input') input: GradeCriterionInput) {
    return this.reviews.review(operation, await this.actions.grade(operation, input));
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => ReviewType)
  async finishReview(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
  ) {
    return this.reviews.review(operation, await this.actions.finish(operation, runId));
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => ReviewType)
  async reopenReview(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('reason', { description: 'Stands in the audit log.' }) reason: string,
  ) {
    return this.reviews.review(operation, await this.actions.reopen(operation, runId, reason));
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => ReviewType)
  async addReviewComment(@CurrentOperation() operation: Operation, @Args('input') input: ReviewCommentInput) {
    return this.reviews.review(operation, await this.actions.comment(operation, input));
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => ReviewType)
  async deleteReviewComment(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.reviews.review(operation, await this.actions.uncomment(operation, id));
  }
}
