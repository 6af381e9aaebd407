import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { LtiPlatformsService } from './lti-platforms.service.js';
import { LtiAdmissionInput, LtiPlatformInput, LtiToolType } from './lti-platforms.types.js';

@Resolver(() => LtiToolType)
export class LtiPlatformsResolver {
  constructor(private readonly service: LtiPlatformsService) {}

  @AllowRoles('ADMIN')
  @Query(() => LtiToolType)
  ltiTool(@CurrentOperation() operation: Operation) {
    return this.service.own(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => LtiToolType)
  registerLtiPlatform(@CurrentOperation() operation: Operation, @Args('input') input: LtiPlatformInput) {
    return this.service.register(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => LtiToolType)
  setLtiAdmission(@CurrentOperation() operation: Operation, @Args('input') input: LtiAdmissionInput) {
    return this.service.setAdmission(operation, input);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => LtiToolType, {
    description: 'Another key signs from now on. The one before stays published for a day.',
  })
  changeLtiKey(@CurrentOperation() operation: Operation) {
    return this.service.changeKey(operation);
  }

  @AllowRoles('ADMIN')
  @Mutation(() => LtiToolType, { description: 'Its launches are refused from now on.' })
  removeLtiPlatform(
    @CurrentOperation() operation: Operation,
    @Args('platformId', { type: () => ID }) platformId: string,
  ) {
    return this.service.remove(operation, platformId);
  }
}
