import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AssignmentRow } from '@holdout/db';
import { AssignmentType } from '../assignments/assignments.types.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { TeamsService } from './teams.service.js';
import { StudentWithoutTeamType, TeamChangeInput, TeamType, TeamworkType } from './teams.types.js';

@Resolver(() => AssignmentType)
export class TeamsResolver {
  constructor(private readonly service: TeamsService) {}

  @ResolveField(() => TeamworkType, { nullable: true, description: 'Null where everyone works alone.' })
  teamwork(@CurrentOperation() operation: Operation, @Parent() assignment: AssignmentRow) {
    return this.service.teamwork(operation, assignment);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => TeamType, { description: 'A team of one, which classmates join by its code.' })
  formTeam(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('name') name: string,
  ) {
    return this.service.form(operation, assignmentSlug, name);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => TeamType)
  joinTeam(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('code') code: string,
  ) {
    return this.service.join(operation, assignmentSlug, code);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => Boolean, {
    description: 'Until the team has handed something in. The last to leave dissolves it.',
  })
  leaveTeam(@CurrentOperation() operation: Operation, @Args('assignmentSlug') assignmentSlug: string) {
    return this.service.leave(operation, assignmentSlug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => [TeamType])
  teams(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('cohortId', { type: () => ID }) cohortId: string,
  ) {
    return this.service.of(operation, assignmentSlug, cohortId);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => [StudentWithoutTeamType], {
    description: 'Of a cohort, by name: the first 20 whose names hold what is searched for.',
  })
  studentsWithoutTeam(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('cohortId', { type: () => ID }) cohortId: string,
    @Args('search', { defaultValue: '' }) search: string,
  ) {
    return this.service.without(operation, { slug: assignmentSlug, cohortId, search });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => TeamType, {
    description: 'Its work counts for those who are in it from then on. Goes on record with the reason.',
  })
  changeTeam(@CurrentOperation() operation: Operation, @Args('input') input: TeamChangeInput) {
    return this.service.change(operation, input);
  }
}
