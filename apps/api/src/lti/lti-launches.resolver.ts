import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { LtiChoicesService } from './lti-choices.service.js';
import { LtiChoiceInput, LtiLaunchType } from './lti-launches.types.js';

/** For somebody who may not belong to the organization yet: the launch names it. */
@Resolver(() => LtiLaunchType)
export class LtiLaunchesResolver {
  constructor(private readonly service: LtiChoicesService) {}

  @SignedIn()
  @Query(() => LtiLaunchType)
  ltiLaunch(
    @CurrentOperation() operation: Operation,
    @Args('organizationSlug') organizationSlug: string,
    @Args('launchId', { type: () => ID }) launchId: string,
  ) {
    return this.service.shown(operation, organizationSlug, launchId);
  }

  @SignedIn()
  @Mutation(() => String, { description: 'Answers the path to go on with.' })
  linkLtiAccount(
    @CurrentOperation() operation: Operation,
    @Args('organizationSlug') organizationSlug: string,
    @Args('launchId', { type: () => ID }) launchId: string,
  ) {
    return this.service.link(operation, organizationSlug, launchId);
  }

  @SignedIn()
  @Mutation(() => String, { description: 'Says what a link opens. Answers the path to go on with.' })
  placeLtiLink(@CurrentOperation() operation: Operation, @Args('input') input: LtiChoiceInput) {
    return this.service.place(operation, input);
  }
}
