import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { RerunsService } from './reruns.service.js';
import {
  PublishedVersionType,
  RerunInput,
  RerunSummaryType,
  RerunType,
  RerunWorkConnectionType,
} from './reruns.types.js';

@Resolver(() => RerunType)
export class RerunsResolver {
  constructor(private readonly service: RerunsService) {}

  @AllowRoles(...AUTHORS)
  @Query(() => [PublishedVersionType], {
    description: 'The newest five, and what a re-run on each would run.',
  })
  rerunVersions(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('cohortSlug') cohortSlug: string,
  ) {
    return this.service.versions(operation, { assignmentSlug, cohortSlug });
  }

  @AllowRoles(...AUTHORS)
  @Query(() => [RerunType], { description: 'The newest ten, newest first.' })
  reruns(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('cohortSlug') cohortSlug: string,
  ) {
    return this.service.newest(operation, { assignmentSlug, cohortSlug });
  }

  @AllowRoles(...AUTHORS)
  @Query(() => RerunType)
  rerun(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.one(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => RerunType, { description: 'Runs a sample of ten. No student sees anything of it.' })
  beginRerun(@CurrentOperation() operation: Operation, @Args('input') input: RerunInput) {
    return this.service.begin(operation, input);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => RerunType, { description: 'Runs the rest, and what our own machines failed once more.' })
  continueRerun(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.continue(operation, id);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => RerunType, {
    description:
      'The new scores take the place of the old ones in the background. Works that were not scored keep what they have.',
  })
  commitRerun(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { description: 'Those whose result changes read it.' }) reason: string,
  ) {
    return this.service.commit(operation, id, reason);
  }

  @AllowRoles(...AUTHORS)
  @Mutation(() => RerunType, {
    description: 'Cancels what still runs. Its runs stay on record and count nowhere.',
  })
  discardRerun(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return this.service.discard(operation, id, reason ?? '');
  }

  @ResolveField(() => RerunSummaryType)
  summary(@CurrentOperation() operation: Operation, @Parent() { id }: RerunType) {
    return this.service.summary(operation, id);
  }

  @ResolveField(() => RerunWorkConnectionType, {
    description: 'What failed first, then by how far points move, the farthest first.',
  })
  works(
    @CurrentOperation() operation: Operation,
    @Parent() { id }: RerunType,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.works(operation, id, { first: first ?? 50, after });
  }
}
