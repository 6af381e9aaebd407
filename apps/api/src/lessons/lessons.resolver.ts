import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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

  @AllowRoles('STUDENT')
  @Mutation(() => Boolean, {
    description: 'Keeps a version as the one that the viewer reads, unless they began earlier.',
  })
  beginReading(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
    @Args('version', { type: () => Int, description: 'The one that they have in front of them.' })
    version: number,
  ) {
    return this.service.begin(operation, lessonId, version);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => Boolean, { description: 'From now on the viewer reads the newest version.' })
  readNewestVersion(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
  ) {
    return this.service.readNewest(operation, lessonId);
  }

  @ResolveField(() => StageType)
  stage(@Parent() lesson: { stage: StageRow }): StageType {
    return toStage(lesson.stage);
  }
}
