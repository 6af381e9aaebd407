import { assignmentsOfRuns } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { AssignmentType } from '../assignments/assignments.types.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RegradeRequestType } from './regrades.types.js';

const assignmentOfRun = (operation: Operation) =>
  new DataLoader(async (runIds: readonly string[]) => {
    const assignments = await assignmentsOfRuns(await operation.tx(), runIds);
    return runIds.map((id) => assignments.get(id) ?? new NotFoundError('The assignment'));
  });

/** What the run was handed in for about which a request is. */
@Resolver(() => RegradeRequestType)
export class RegradedAssignmentResolver {
  @ResolveField(() => AssignmentType)
  assignment(@CurrentOperation() operation: Operation, @Parent() { runId }: RegradeRequestType) {
    return operation.shared(assignmentOfRun).load(runId);
  }
}
