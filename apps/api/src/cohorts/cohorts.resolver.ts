import { Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { CohortsService } from './cohorts.service.js';
import { CohortType } from './cohorts.types.js';

@Resolver(() => CohortType)
export class CohortsResolver {
  constructor(private readonly service: CohortsService) {}

  @AllowRoles('STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN')
  @Query(() => [CohortType], { description: 'All cohorts for staff; a student sees their own.' })
  cohorts(@CurrentOperation() operation: Operation) {
    return this.service.list(operation);
  }
}
