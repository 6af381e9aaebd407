import { Args, Float, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssignmentRow } from '@holdout/db';
import { ROLES } from '@holdout/domain';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { toStage } from '../tracks/stage-view.js';
import { StageType } from '../tracks/stages.types.js';
import { AssignmentsService } from './assignments.service.js';
import { AssignmentType, AttemptPolicyType } from './assignments.types.js';
import { AssignmentVersionType } from './versions.types.js';

@Resolver(() => AssignmentType)
export class AssignmentsResolver {
  constructor(private readonly service: AssignmentsService) {}

  @AllowRoles(...ROLES)
  @Query(() => [AssignmentType])
  assignments(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }

  @AllowRoles(...ROLES)
  @Query(() => AssignmentType)
  assignment(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.service.bySlug(operation, slug);
  }

  @ResolveField(() => StageType)
  stage(@Parent() assignment: AssignmentRow): StageType {
    return toStage(assignment.stage);
  }

  @ResolveField(() => AssignmentVersionType, { nullable: true })
  version(@CurrentOperation() operation: Operation, @Parent() assignment: AssignmentRow) {
    return this.service.version(operation, assignment.id);
  }

  @ResolveField(() => AttemptPolicyType)
  policy(@CurrentOperation() operation: Operation, @Parent() assignment: AssignmentRow) {
    return this.service.policy(operation, assignment);
  }

  @ResolveField(() => Float, { nullable: true })
  async bestPoints(@CurrentOperation() operation: Operation, @Parent() assignment: AssignmentRow) {
    return (await this.service.standing(operation, assignment.id)).bestPoints;
  }

  @ResolveField(() => Boolean)
  async isPassed(@CurrentOperation() operation: Operation, @Parent() assignment: AssignmentRow) {
    return (await this.service.standing(operation, assignment.id)).isPassed;
  }
}
