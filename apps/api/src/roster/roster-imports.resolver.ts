import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RosterUndo } from '@holdout/domain';
import { RosterUndoEnum } from '../graphql/enums.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RosterImportsService } from './roster-imports.service.js';
import {
  RosterImportConnectionType,
  RosterImportType,
  RosterUndoPreviewType,
} from './roster-imports.types.js';

@Resolver(() => RosterImportType)
export class RosterImportsResolver {
  constructor(private readonly service: RosterImportsService) {}

  @AllowRoles('ADMIN')
  @Query(() => RosterImportConnectionType, { description: 'Newest first.' })
  rosterImports(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.page(operation, { first: first ?? 20, after: after ?? null });
  }

  @AllowRoles('ADMIN')
  @Query(() => RosterUndoPreviewType)
  rosterUndo(
    @CurrentOperation() operation: Operation,
    @Args('importId', { type: () => ID }) importId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('effect', { type: () => RosterUndoEnum, nullable: true, description: 'Such rows only.' })
    effect: RosterUndo | null,
  ) {
    return this.service.preview(operation, importId, {
      first: first ?? 50,
      after: after ?? null,
      effect: effect ?? null,
    });
  }

  @AllowRoles('ADMIN')
  @Mutation(() => RosterImportType, {
    description:
      'Takes back what an import did, as far as nothing depends on it. Once: asked again it changes nothing.',
  })
  undoRosterImport(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return this.service.undo(operation, id, reason);
  }
}
