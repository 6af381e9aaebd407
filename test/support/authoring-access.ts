import { AUTHORS, type Access } from './route-access.js';

/** Who may bring assignments, write them in the browser and take them out again. */
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
  saveAssignmentDraft: AUTHORS,
  checkAssignmentDraft: AUTHORS,
  publishAssignmentDraft: AUTHORS,
  discardAssignmentDraft: AUTHORS,
};
