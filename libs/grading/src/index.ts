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
  ProducedFile,
  StudentError,
} from './grading.types.js';
export { ASSIGNMENT_FIELDS, type AssignmentField } from './assignment-fields.js';
export { folderOfFiles, folderOnDisk, tarGz, type AssignmentFolder } from './assignment-folder.js';
export {
  AssignmentInvalidError,
  problemOf,
  tellProblem,
  type AssignmentProblem,
} from './assignment-problem.js';
export { withAddresses } from './brief-figures.js';
export { loadAssignment, parseDefinition, type LoadedAssignment } from './load-assignment.js';
export { ownDefinition } from './own-definition.js';
export { OWN_SCORER, OwnScorerError } from './own-scorer.js';
export { REFERENCES, referencesOf, starterOf, type Reference, type References } from './reference-kits.js';
export { validateAssignment, type ValidatedAssignment } from './validate-assignment.js';
export { profileTable, type ProfiledTable } from './profile-table.js';
export { CPU_IMAGE, GPU_IMAGE, requiredImage, requireImages } from './required-image.js';
export { splitDataset, type SplitDataset } from './split-dataset.js';
export { factsOf, fittingTemplates } from './template-facts.js';
export { readTar, writeTar, type TarFiles } from './tar.js';
export { runService, type Served, type ServiceSpec } from './serve.js';
