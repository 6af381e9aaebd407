import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';
import { ReviewsService } from './reviews.service.js';
import { ReviewCommentType } from './reviews.types.js';

/** What graders said of a run, where the run is shown. */
@Resolver(() => RunType)
export class ReviewedRunResolver {
  constructor(private readonly reviews: ReviewsService) {}

  @ResolveField(() => [ReviewCommentType], {
    description: 'Graders’ comments. Students see them once a review is finished and not held.',
  })
  reviewComments(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.reviews.commentsOf(operation, run.id);
  }
}
