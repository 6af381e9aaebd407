import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { AssignmentDraftsService } from './assignment-drafts.service.js';
import { AssignmentDraftLineType, AssignmentDraftType } from './assignment-drafts.types.js';
import { AssignmentImportType } from './assignment-imports.types.js';
import { DraftImportsService } from './draft-imports.service.js';
import { AssignmentDraftSettingsType } from './draft-settings.types.js';

const ID_ARGUMENT = { type: () => ID };

@Resolver(() => AssignmentDraftType)
export class AssignmentDraftsResolver {
  constructor(
    private readonly drafts: AssignmentDraftsService,
    private readonly imports: DraftImportsService,
  ) {}

  @AllowRoles(...AUTHORS)
  @Query(() => [AssignmentDraftLineType], { description: 'Last changed first.' })
  assignmentDrafts(@CurrentOperation() operation: Operation) {
    return this.drafts.all(operation);
  }

  @AllowRoles(...AUTHORS)
  @Query(() => AssignmentDraftType)
  assignmentDraft(@CurrentOperation() operation: Operation, @Args('id', ID_ARGUMENT) id: string) {
    return this.drafts.one(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentDraftType, {
    description: 'On a complete upload whose metadata says `purpose` dataset.',
  })
  beginAssignmentDraft(
    @CurrentOperation() operation: Operation,
    @Args('uploadId', ID_ARGUMENT) uploadId: string,
  ) {
    return this.drafts.begin(operation, uploadId);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentDraftType, { description: 'The next version of an assignment, as a draft.' })
  beginAssignmentVersion(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.drafts.beginVersion(operation, slug);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentDraftType)
  saveAssignmentDraft(
    @CurrentOperation() operation: Operation,
    @Args('id', ID_ARGUMENT) id: string,
    @Args('settings') settings: AssignmentDraftSettingsType,
  ) {
    return this.drafts.save(operation, id, settings);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentImportType, { description: 'Validates and splits; nothing is published.' })
  checkAssignmentDraft(@CurrentOperation() operation: Operation, @Args('id', ID_ARGUMENT) id: string) {
    return this.imports.check(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => AssignmentImportType)
  publishAssignmentDraft(@CurrentOperation() operation: Operation, @Args('id', ID_ARGUMENT) id: string) {
    return this.imports.publish(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => Boolean)
  discardAssignmentDraft(@CurrentOperation() operation: Operation, @Args('id', ID_ARGUMENT) id: string) {
    return this.drafts.discard(operation, id);
  }
}
