import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { ReviewParent } from './review-view.js';
import { ReviewsService } from './reviews.service.js';
import { ReviewPlaceType, ReviewType, SourceFileType } from './reviews.types.js';

/** Parts of a review that require a query or a file, and are read only if asked for. */
@Resolver(() => ReviewType)
export class ReviewFieldsResolver {
  constructor(private readonly reviews: ReviewsService) {}

  @ResolveField(() => [SourceFileType])
  files(@CurrentOperation() operation: Operation, @Parent() review: ReviewParent) {
    return this.reviews.files(operation, review);
  }

  @ResolveField(() => ReviewPlaceType, {
    nullable: true,
    description: 'Null where another run of the student counts.',
  })
  place(@CurrentOperation() operation: Operation, @Parent() review: ReviewParent) {
    return this.reviews.place(operation, review);
  }
}
