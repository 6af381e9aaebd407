export {
  anchorsFile,
  assignmentDefinition,
  type Anchors,
  type AssignmentDefinition,
  type PhaseLimits,
} from './assignment-definition.js';
export { assignmentOf, DRAWING_FILES, parseDrawingFile, readDrawingFile } from './diagram/drawing-file.js';
export { GraderFaultError } from './faults.js';
export { gradeSubmission } from './grade-submission.js';
export type {
  Graded,
  GradingDeps,
  GradingFacts,
  GradingInput,
  GradingObserver,
  PhaseEnd,
  PhaseStart,
  PhaseUsage,
  StudentError,
} from './grading.types.js';
export {
  AssignmentInvalidError,
  loadAssignment,
  parseDefinition,
  type LoadedAssignment,
} from './load-assignment.js';
export { requiredImage, requireImages } from './required-image.js';
export { splitDataset, type SplitDataset } from './split-dataset.js';
export { readTar, writeTar, type TarFiles } from './tar.js';
export { runService, type Served, type ServiceSpec } from './serve.js';
