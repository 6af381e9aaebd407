import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { AssignmentExportsService } from './assignment-exports.service.js';
import { AssignmentExportType, ExportAssignmentInput } from './assignment-exports.types.js';

@Resolver(() => AssignmentExportType)
export class AssignmentExportsResolver {
  constructor(private readonly exports: AssignmentExportsService) {}

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentExportType)
  exportAssignment(@CurrentOperation() operation: Operation, @Args('input') input: ExportAssignmentInput) {
    return this.exports.begin(operation, input);
  }

  @AllowRoles(...AUTHORS)
  @Query(() => AssignmentExportType)
  assignmentExport(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.exports.own(operation, id);
  }
}
