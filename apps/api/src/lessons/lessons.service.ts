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
import { readAhead } from '../tracks/read-ahead.js';
import { viewersStage } from '../tracks/viewers-track.js';
import { excerptParts } from './excerpt-parts.js';
import type { LessonHitType, LessonSummaryType } from './lessons.types.js';
import { readerOf } from './reader-of.js';

const summariesByStage = (operation: Operation) =>
  new DataLoader<string, LessonSummaryType[]>(async (stageIds) => {
    const ahead = (await operation.shared(readAhead).lessons) ?? [];
    // Stages of another track were not read ahead.
    const left = stageIds.filter((id) => !ahead.some(({ stageId }) => stageId === id));
    const readerId = readerOf(await operation.member());
    const rest =
      left.length > 0 ? await lessonSummaries(await operation.tx(), { stageIds: left }, readerId) : [];
    return stageIds.map((stageId) => [...ahead, ...rest].filter((lesson) => lesson.stageId === stageId));
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
