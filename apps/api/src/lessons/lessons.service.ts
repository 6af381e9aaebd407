import { Injectable } from '@nestjs/common';
import { lessonBySlug, lessonSummaries, searchLessons, stageBySlug, trackFor } from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import { excerptParts } from './excerpt-parts.js';
import type { LessonHitType, LessonSummaryType } from './lessons.types.js';

const summariesByStage = (operation: Operation) =>
  new DataLoader<string, LessonSummaryType[]>(async (stageIds) => {
    const lessons = await lessonSummaries(await operation.tx(), stageIds);
    return stageIds.map((stageId) => lessons.filter((lesson) => lesson.stageId === stageId));
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
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const track = await trackFor(tx, userId);
    const hits = await searchLessons(tx, track.id, words, first);
    return hits.map(({ excerpt, stageSlug, stageTitle, ...lesson }) => ({
      lesson,
      stageSlug,
      stageTitle,
      excerpt: excerptParts(excerpt),
    }));
  }

  /** A lesson of the viewer's track. @throws NotFoundError */
  async lesson(operation: Operation, stageSlug: string, lessonSlug: string) {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const track = await trackFor(tx, userId);
    const stage = await stageBySlug(tx, track.id, stageSlug);
    return lessonBySlug(tx, stage.id, lessonSlug);
  }
}
