import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AssignmentImportType } from './assignment-imports.types.js';
import { RedrawExercisesService } from './redraw-exercises.service.js';

@Resolver()
export class RedrawExercisesResolver {
  constructor(private readonly service: RedrawExercisesService) {}

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AssignmentImportType, {
    description:
      'Publishes an exercise that asks for the newest version of a concept diagram, or its next version.',
  })
  publishRedraw(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
  ) {
    return this.service.publish(operation, diagramId);
  }
}
