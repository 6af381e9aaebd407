import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { assignmentById } from '../assignments/assignment-loaders.js';
import { AssignmentType } from '../assignments/assignments.types.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { runsBySubmission } from '../runs/run-loaders.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { RunType } from '../runs/runs.types.js';
import { GitSubmissionsService } from './git-submissions.service.js';
import { GitSubmitInput, SubmitInput } from './submissions.inputs.js';
import { SubmissionsService } from './submissions.service.js';
import { DeclarationType, SubmissionType } from './submissions.types.js';
import { shownDeclaration } from './submit-rules.js';

interface SubmissionParent {
  id: string;
  assignmentId: string;
  declaration: unknown;
}

@Resolver(() => SubmissionType)
export class SubmissionsResolver {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly git: GitSubmissionsService,
  ) {}

  @AllowRoles(...RUN_READERS)
  @Mutation(() => SubmissionType)
  submit(@CurrentOperation() operation: Operation, @Args('input') input: SubmitInput) {
    return this.submissions.submit(operation, input);
  }

  @AllowRoles(...RUN_READERS)
  @Mutation(() => SubmissionType, {
    description: 'Fetches one commit of a public repository and submits it.',
  })
  submitFromGit(@CurrentOperation() operation: Operation, @Args('input') input: GitSubmitInput) {
    return this.git.submit(operation, input);
  }

  @ResolveField(() => DeclarationType, { nullable: true })
  declaration(@Parent() submission: SubmissionParent) {
    return shownDeclaration(submission.declaration);
  }

  @ResolveField(() => AssignmentType)
  assignment(@CurrentOperation() operation: Operation, @Parent() submission: SubmissionParent) {
    return operation.shared(assignmentById).load(submission.assignmentId);
  }

  @ResolveField(() => [RunType])
  runs(@CurrentOperation() operation: Operation, @Parent() submission: SubmissionParent) {
    return operation.shared(runsBySubmission).load(submission.id);
  }
}
