import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { SubmissionType } from '../submissions/submissions.types.js';
import { SaveDrawingInput, SubmitDrawingInput } from './drawings.inputs.js';
import { DrawingsService } from './drawings.service.js';
import { DrawingType } from './drawings.types.js';

@Resolver(() => DrawingType)
export class DrawingsResolver {
  constructor(private readonly drawings: DrawingsService) {}

  @AllowRoles(...RUN_READERS)
  @Query(() => DrawingType, { nullable: true, description: "The viewer's own unfinished drawing." })
  drawing(@CurrentOperation() operation: Operation, @Args('assignmentSlug') assignmentSlug: string) {
    return this.drawings.mine(operation, assignmentSlug);
  }

  @AllowRoles(...RUN_READERS)
  @Mutation(() => DrawingType)
  saveDrawing(@CurrentOperation() operation: Operation, @Args('input') input: SaveDrawingInput) {
    return this.drawings.save(operation, input);
  }

  @AllowRoles(...RUN_READERS)
  @Mutation(() => SubmissionType)
  submitDrawing(@CurrentOperation() operation: Operation, @Args('input') input: SubmitDrawingInput) {
    return this.drawings.submit(operation, input);
  }
}
