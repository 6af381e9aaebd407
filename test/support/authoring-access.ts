import { AUTHORS, type Access } from './route-access.js';

const LESSON_AUTHORS = ['INSTRUCTOR'];

/** Who may bring assignments, write them in the browser and take them out again, and who may write lessons. */
export const AUTHORING_ACCESS: Record<string, Access> = {
  importAssignment: AUTHORS,
  assignmentImport: AUTHORS,
  assignmentImports: AUTHORS,
  assignmentImportChanged: AUTHORS,
  exportAssignment: AUTHORS,
  assignmentExport: AUTHORS,
  assignmentDrafts: AUTHORS,
  assignmentDraft: AUTHORS,
  beginAssignmentDraft: AUTHORS,
  beginAssignmentVersion: AUTHORS,
  saveAssignmentDraft: AUTHORS,
  checkAssignmentDraft: AUTHORS,
  publishAssignmentDraft: AUTHORS,
  discardAssignmentDraft: AUTHORS,
  authoredLessons: LESSON_AUTHORS,
  authoredLesson: LESSON_AUTHORS,
  lessonVersion: LESSON_AUTHORS,
  beginLesson: LESSON_AUTHORS,
  saveLessonDraft: LESSON_AUTHORS,
  restoreLessonVersion: LESSON_AUTHORS,
  discardLessonDraft: LESSON_AUTHORS,
  publishLesson: LESSON_AUTHORS,
  withdrawLesson: LESSON_AUTHORS,
  moveLesson: LESSON_AUTHORS,
  moveReaders: LESSON_AUTHORS,
  beginReading: ['STUDENT'],
  readNewestVersion: ['STUDENT'],
};
