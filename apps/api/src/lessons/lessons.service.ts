import { Injectable } from '@nestjs/common';
import { lessonBySlug, lessonSummaries, stageBySlug, trackFor } from '@holdout/db';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import type { LessonSummaryType } from './lessons.types.js';

const summariesByStage = (operation: Operation) =>
  new DataLoader<string, LessonSummaryType[]>(async (stageIds) => {
    const lessons = await lessonSummaries(await operation.tx(), stageIds);
    return stageIds.map((stageId) => lessons.filter((lesson) => lesson.stageId === stageId));
  });

@Injectable()
export class LessonsService {
  ofStage(operation: Operation, stageId: string): Promise<LessonSummaryType[]> {
    return operation.shared(summariesByStage).load(stageId);
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
