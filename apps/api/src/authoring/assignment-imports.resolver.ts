import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { AllowRoles, authorize } from '../operation/access.js';
import { CurrentOperation, type OperationContext } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { RunEvents } from '../runs/run-events.js';
import { RunStream } from '../runs/run-streams.js';
import { AssignmentImportsService } from './assignment-imports.service.js';
import {
  AssignmentImportConnectionType,
  AssignmentImportType,
  ImportAssignmentInput,
} from './assignment-imports.types.js';

interface ImportChange {
  isFinished: boolean;
}

@Resolver(() => AssignmentImportType)
export class AssignmentImportsResolver {
  constructor(
    private readonly imports: AssignmentImportsService,
    private readonly events: RunEvents,
  ) {}

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentImportType)
  importAssignment(@CurrentOperation() operation: Operation, @Args('input') input: ImportAssignmentInput) {
    return this.imports.begin(operation, input);
  }

  @AllowRoles(...AUTHORS)
  @Query(() => AssignmentImportType)
  assignmentImport(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.imports.one(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Query(() => AssignmentImportConnectionType)
  assignmentImports(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.imports.page(operation, first ?? 20, after);
  }

  @AllowRoles(...AUTHORS)
  @Subscription(() => AssignmentImportType, {
    description: 'The import as it is now, then after every change; ends when it is finished.',
    async resolve(
      this: AssignmentImportsResolver,
      change: ImportChange,
      { id }: { id: string },
      { operation }: OperationContext,
    ) {
      // The guard checks the subscription; this checks each of its events.
      await authorize(operation, { kind: 'roles', roles: AUTHORS });
      const found = await this.imports.one(operation, id);
      change.isFinished = found.finishedAt !== null;
      return found;
    },
  })
  async assignmentImportChanged(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
  ) {
    const found = await this.imports.one(operation, id);
    return new RunStream<ImportChange>(
      this.events.of(found.id),
      { isFinished: false },
      ({ isFinished }) => isFinished,
    );
  }
}
