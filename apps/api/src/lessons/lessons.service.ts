import { Injectable } from '@nestjs/common';
import {
  beginReading,
  lessonSummaries,
  lessonToRead,
  lessonVersion,
  moveReaders,
  readLesson,
  searchLessons,
  trackFor,
} from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import { contentOf } from '../content/kept-content.js';
import { viewersStage } from '../tracks/viewers-track.js';
import { begunLessons } from './begun-lessons.js';
import { excerptParts } from './excerpt-parts.js';
import type { LessonHitType, LessonSummaryType } from './lessons.types.js';
import { readerOf } from './reader-of.js';

/** Each lesson in the version that the viewer began, or the newest. */
const summariesByStage = (operation: Operation) =>
  new DataLoader<string, LessonSummaryType[]>(async (stageIds) => {
    const [begun, newest] = await Promise.all([
      operation.shared(begunLessons),
      contentOf(operation, 'lessons of stage', stageIds, async (left) => {
        const lessons = await lessonSummaries(await operation.tx(), left);
        return left.map((id) => lessons.filter(({ stageId }) => stageId === id));
      }),
    ]);
    return newest.map((lessons) => (lessons ?? []).map((lesson) => ({ ...lesson, ...begun[lesson.id] })));
  });

const MOST_CHARACTERS = 200;
const MOST_HITS = 30;

@Injectable()
export class LessonsService {
  ofStage(operation: Operation, stageId: string): Promise<LessonSummaryType[]> {
    return operation.shared(summariesByStage).load(stageId);
  }

  /** @throws BadUserInputError when more is asked than anyone can read */
  async search(operation: Operation, words: string, first: number): Promise<LessonHitType[]> {
    if (words.length > MOST_CHARACTERS) {
      throw new BadUserInputError(`Search for ${MOST_CHARACTERS} characters at most.`, {
        field: 'words',
        limit: MOST_CHARACTERS,
      });
    }
    if (first < 1 || first > MOST_HITS) {
      throw new BadUserInputError(`Ask for 1 to ${MOST_HITS} lessons.`, { field: 'first', limit: MOST_HITS });
    }
    const viewer = await operation.member();
    const tx = await operation.tx();
    const { id: trackId } = await trackFor(tx, viewer.userId);
    const hits = await searchLessons(tx, { trackId, readerId: readerOf(viewer) }, words, first);
    return hits.map(({ excerpt, stageSlug, stageTitle, ...lesson }) => ({
      lesson,
      stageSlug,
      stageTitle,
      excerpt: excerptParts(excerpt),
    }));
  }

  /** A lesson of the viewer's track, in the version that they read. @throws NotFoundError */
  async lesson(operation: Operation, stageSlug: string, lessonSlug: string) {
    const stage = await viewersStage(operation, stageSlug);
    return readLesson(await operation.tx(), stage.id, lessonSlug, readerOf(await operation.member()));
  }

  /** Keeps the version that the student has in front of them as theirs. @throws NotFoundError */
  async begin(operation: Operation, id: string, version: number): Promise<boolean> {
    const { lesson, userId } = await this.toRead(operation, id);
    const tx = await operation.tx();
    await lessonVersion(tx, lesson.id, version);
    const { id: lessonId, organizationId } = lesson;
    await beginReading(tx, { lessonId, organizationId, userId, version, now: operation.startedAt });
    return true;
  }

  /** @throws NotFoundError */
  async readNewest(operation: Operation, id: string): Promise<boolean> {
    const { lesson, userId } = await this.toRead(operation, id);
    await moveReaders(await operation.tx(), lesson.id, userId);
    return true;
  }

  private async toRead(operation: Operation, id: string) {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const track = await trackFor(tx, userId);
    return { userId, lesson: await lessonToRead(tx, track.id, id) };
  }
}
