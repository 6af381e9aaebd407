import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RubricInput } from './rubrics.inputs.js';
import { RubricsService } from './rubrics.service.js';
import { RubricImpactType, RubricType } from './rubrics.types.js';

@Resolver(() => RubricType)
export class RubricsResolver {
  constructor(private readonly service: RubricsService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => RubricType, { description: 'Of the newest published version.' })
  rubric(@CurrentOperation() operation: Operation, @Args('assignmentSlug') slug: string) {
    return this.service.inForce(operation, slug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => RubricImpactType, {
    description: 'Whose points a change would change, and by how much. Writes nothing.',
  })
  rubricImpact(@CurrentOperation() operation: Operation, @Args('input') input: RubricInput) {
    return this.service.impact(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => RubricType, {
    description: 'Puts it in force. Certifications get new scores in the background; nothing runs again.',
  })
  reviseRubric(
    @CurrentOperation() operation: Operation,
    @Args('input') input: RubricInput,
    @Args('reason') reason: string,
  ) {
    return this.service.revise(operation, input, reason);
  }
}
