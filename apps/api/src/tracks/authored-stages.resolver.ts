import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuthoredStagesService } from './authored-stages.service.js';
import {
  AuthoredStageDetailType,
  AuthoredStageType,
  BeginStageInput,
  SaveStageDraftInput,
  StageTextType,
} from './authored-stages.types.js';

@Resolver(() => AuthoredStageType)
export class AuthoredStagesResolver {
  constructor(private readonly service: AuthoredStagesService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => [AuthoredStageType], { description: "All stages of the viewer's track, published or not." })
  authoredStages(@CurrentOperation() operation: Operation) {
    return this.service.all(operation);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => AuthoredStageDetailType)
  authoredStage(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.service.named(operation, slug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => StageTextType, { description: 'What a version of a stage says.' })
  stageVersion(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.version(operation, stageId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, { description: 'Begins a stage after the others, as a draft.' })
  beginStage(@CurrentOperation() operation: Operation, @Args('input') input: BeginStageInput) {
    return this.service.begin(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, { description: 'Students see nothing of it.' })
  saveStageDraft(@CurrentOperation() operation: Operation, @Args('input') input: SaveStageDraftInput) {
    return this.service.saveDraft(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, { description: 'Puts what a version said into the draft.' })
  restoreStageVersion(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.restore(operation, stageId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, {
    nullable: true,
    description: 'Null where nothing of the stage was published: it is gone.',
  })
  discardStageDraft(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
  ) {
    return this.service.discard(operation, stageId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, {
    description: 'Makes the draft the next version, which students see from now on.',
  })
  publishStage(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
    @Args('revision', { type: () => Int, description: 'Of the draft that was looked at.' }) revision: number,
    @Args('note', { description: 'What was changed, and why. Authors see it.' }) note: string,
  ) {
    return this.service.publish(operation, { stageId, revision, note });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredStageDetailType, {
    description: 'Takes it and what stands in it off the roadmap. Publishing brings it back.',
  })
  withdrawStage(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
  ) {
    return this.service.withdraw(operation, stageId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => [AuthoredStageType], {
    description: 'Exchanges it and the one before or after it. Answers the track.',
  })
  moveStage(
    @CurrentOperation() operation: Operation,
    @Args('stageId', { type: () => ID }) stageId: string,
    @Args('isEarlier') isEarlier: boolean,
  ) {
    return this.service.move(operation, stageId, isEarlier);
  }
}
