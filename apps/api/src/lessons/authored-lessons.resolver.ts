import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuthoredLessonsService } from './authored-lessons.service.js';
import {
  AuthoredLessonDetailType,
  AuthoredLessonType,
  BeginLessonInput,
  LessonVersionTextType,
  SaveLessonDraftInput,
} from './authored-lessons.types.js';

@Resolver(() => AuthoredLessonType)
export class AuthoredLessonsResolver {
  constructor(private readonly service: AuthoredLessonsService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => [AuthoredLessonType], { description: 'All lessons of a stage, published or not.' })
  authoredLessons(@CurrentOperation() operation: Operation, @Args('stageSlug') stageSlug: string) {
    return this.service.ofStage(operation, stageSlug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => AuthoredLessonDetailType)
  authoredLesson(
    @CurrentOperation() operation: Operation,
    @Args('stageSlug') stageSlug: string,
    @Args('lessonSlug') lessonSlug: string,
  ) {
    return this.service.one(operation, stageSlug, lessonSlug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => LessonVersionTextType, { description: 'What a version of a lesson says.' })
  lessonVersion(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.version(operation, lessonId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, {
    description: 'Begins a lesson at the end of a stage, as a draft.',
  })
  beginLesson(@CurrentOperation() operation: Operation, @Args('input') input: BeginLessonInput) {
    return this.service.begin(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, { description: 'Students see nothing of it.' })
  saveLessonDraft(@CurrentOperation() operation: Operation, @Args('input') input: SaveLessonDraftInput) {
    return this.service.saveDraft(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, { description: 'Puts what a version said into the draft.' })
  restoreLessonVersion(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.restore(operation, lessonId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, {
    nullable: true,
    description: 'Null where nothing of the lesson was published: it is gone.',
  })
  discardLessonDraft(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
  ) {
    return this.service.discard(operation, lessonId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, {
    description: 'Makes the draft the next version, which students read from now on.',
  })
  publishLesson(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
    @Args('revision', { type: () => Int, description: 'Of the draft that was looked at.' }) revision: number,
    @Args('note', { description: 'What was changed, and why. Authors see it.' }) note: string,
  ) {
    return this.service.publish(operation, { lessonId, revision, note });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, {
    description: 'Everybody who began an older version reads the newest from now on.',
  })
  moveReaders(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
  ) {
    return this.service.moveReaders(operation, lessonId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredLessonDetailType, {
    description: 'Takes it away from students. Publishing brings it back.',
  })
  withdrawLesson(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
  ) {
    return this.service.withdraw(operation, lessonId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => [AuthoredLessonType], {
    description: 'Exchanges it and the one before or after it. Answers the stage.',
  })
  moveLesson(
    @CurrentOperation() operation: Operation,
    @Args('lessonId', { type: () => ID }) lessonId: string,
    @Args('isEarlier') isEarlier: boolean,
  ) {
    return this.service.move(operation, lessonId, isEarlier);
  }
}
