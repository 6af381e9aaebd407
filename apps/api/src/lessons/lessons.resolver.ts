import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ROLES } from '@holdout/domain';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { toStage, type StageRow } from '../tracks/stage-view.js';
import { StageType } from '../tracks/stages.types.js';
import { LessonsService } from './lessons.service.js';
import { LessonHitType, LessonType } from './lessons.types.js';

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

  @AllowRoles(...ROLES)
  @Query(() => [LessonHitType], {
    description: "Lessons of the viewer's track that hold the words, the best first.",
  })
  searchLessons(
    @CurrentOperation() operation: Operation,
    @Args('words') words: string,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ) {
    return this.service.search(operation, words, first);
  }

  @ResolveField(() => StageType)
  stage(@Parent() lesson: { stage: StageRow }): StageType {
    return toStage(lesson.stage);
  }
}
