import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { GRADERS, REVIEW_LEADS } from './review-access.js';
import { ReviewSettingsService } from './review-settings.service.js';
import { ReviewPolicyInput } from './reviews.inputs.js';
import { ReviewsService } from './reviews.service.js';
import { GraderType, ReviewAgreementType, ReviewPolicyType, SavedCommentType } from './reviews.types.js';

@Resolver()
export class ReviewSettingsResolver {
  constructor(
    private readonly settings: ReviewSettingsService,
    private readonly reviews: ReviewsService,
  ) {}

  @AllowRoles(...REVIEW_LEADS)
  @Query(() => [ReviewAgreementType])
  reviewAgreement(@CurrentOperation() operation: Operation, @Args('assignmentSlug') assignmentSlug: string) {
    return this.reviews.agreement(operation, assignmentSlug);
  }

  @AllowRoles(...REVIEW_LEADS)
  @Query(() => [GraderType])
  graders(@CurrentOperation() operation: Operation) {
    return this.reviews.graders(operation);
  }

  @AllowRoles(...REVIEW_LEADS)
  @Mutation(() => ReviewPolicyType)
  setReviewPolicy(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('policy') policy: ReviewPolicyInput,
  ) {
    return this.settings.setPolicy(operation, assignmentSlug, policy);
  }

  @AllowRoles(...REVIEW_LEADS)
  @Mutation(() => Int, { description: 'Answers how many reviews were assigned.' })
  shareReviews(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('graderIds', { type: () => [ID] }) graderIds: string[],
  ) {
    return this.settings.share(operation, assignmentSlug, graderIds);
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => SavedCommentType)
  saveComment(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('text') text: string,
  ) {
    return this.settings.saveComment(operation, assignmentSlug, text);
  }

  @AllowRoles(...GRADERS)
  @Mutation(() => Boolean)
  deleteSavedComment(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.settings.deleteSavedComment(operation, id);
  }
}
