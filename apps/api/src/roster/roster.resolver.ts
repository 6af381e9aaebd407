import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RosterService } from './roster.service.js';
import { RosterReportType } from './roster.types.js';

@Resolver()
export class RosterResolver {
  constructor(private readonly service: RosterService) {}

  @AllowRoles('ADMIN')
  @Mutation(() => RosterReportType, {
    description:
      'Invites everyone in a CSV with the columns email, role and cohort. Importing it again changes nothing.',
  })
  importRoster(
    @CurrentOperation() operation: Operation,
    @Args('csv') csv: string,
    @Args('isDryRun') isDryRun: boolean,
  ) {
    return this.service.import(operation, csv, isDryRun);
  }
}
