import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ROLES } from '@holdout/domain';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { toStage, type StageRow } from '../tracks/stage-view.js';
import { StageType } from '../tracks/stages.types.js';
import { LessonsService } from './lessons.service.js';
import { LessonType } from './lessons.types.js';

@Resolver(() => LessonType)
export class LessonsResolver {
  constructor(private readonly service: LessonsService) {}

  @AllowRoles(...ROLES)
  @Query(() => LessonType)
  lesson(
    @CurrentOperation() operation: Operation,
    @Args('stageSlug') stageSlug: string,
    @Args('lessonSlug') lessonSlug: string,
  ) {
    return this.service.lesson(operation, stageSlug, lessonSlug);
  }

  @ResolveField(() => StageType)
  stage(@Parent() lesson: { stage: StageRow }): StageType {
    return toStage(lesson.stage);
  }
}
