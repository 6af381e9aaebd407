/** The closed vocabularies of the glossary. The database enums hold exactly these words. */
export const ROLES = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'HIRING_MANAGER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

export const ASSIGNMENT_KINDS = ['EXERCISE', 'DIAGRAM', 'PROJECT'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

export const SPLIT_NAMES = ['TRAIN', 'SAMPLE', 'PUBLIC_TEST', 'PRIVATE_TEST'] as const;
export type SplitName = (typeof SPLIT_NAMES)[number];

export const RUN_KINDS = ['PRACTICE', 'CERTIFICATION', 'DRY_RUN', 'REGRADE', 'REPRODUCTION'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export const RUN_STATUSES = ['QUEUED', 'RUNNING', 'FINISHED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const OUTCOMES = ['SCORED', 'STUDENT_ERROR', 'INFRASTRUCTURE_ERROR', 'CANCELLED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PHASE_NAMES = ['PREPARE', 'TRAIN', 'PREDICT', 'SERVE', 'SCORE'] as const;
export type PhaseName = (typeof PHASE_NAMES)[number];

export const PHASE_STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const;
export type PhaseStatus = (typeof PHASE_STATUSES)[number];

/** Why our own machines ended an attempt. */
export const INTERRUPTION_CAUSES = [
  'WORKER_LOST',
  'WORKER_STOPPED',
  'ENGINE_FAILED',
  'MACHINE_FAILED',
] as const;
export type InterruptionCause = (typeof INTERRUPTION_CAUSES)[number];

/** Of files that a student's code left. PREDICTIONS: what the model said of rows. */
export const ARTIFACT_KINDS = ['MODEL', 'REPORT', 'PREDICTIONS'] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

export const METRIC_DIRECTIONS = ['HIGHER', 'LOWER'] as const;
export type MetricDirection = (typeof METRIC_DIRECTIONS)[number];

export const CRITERION_MODES = ['AUTO', 'MANUAL'] as const;
export type CriterionMode = (typeof CRITERION_MODES)[number];

export const CALIBRATION_STATUSES = ['RUNNING', 'MEASURED', 'FAILED'] as const;
export type CalibrationStatus = (typeof CALIBRATION_STATUSES)[number];

export const INVITATION_STATUSES = ['PENDING', 'ACCEPTED', 'REVOKED'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** Status of an invitation's letter. NONE: it is not mailed. GIVEN_UP: no server accepted it. */
export const LETTER_STATES = ['NONE', 'WAITING', 'SENT', 'GIVEN_UP'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What a graded drawing is told: how much is right, what is wrong with what was drawn, or what is missing as well. */
export const DIAGRAM_FEEDBACK = ['COUNTS', 'DRAWN', 'KEY'] as const;
export type DiagramFeedback = (typeof DIAGRAM_FEEDBACK)[number];

export const AI_USES = ['NONE', 'ASSISTANCE', 'SUBSTANTIAL'] as const;
export type AiUse = (typeof AI_USES)[number];

/** Status of the import of a folder. REJECTED: the folder has problems. FAILED: the platform had a problem. */
export const ASSIGNMENT_IMPORT_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'REJECTED', 'FAILED'] as const;
export type AssignmentImportStatus = (typeof ASSIGNMENT_IMPORT_STATUSES)[number];

export const ASSIGNMENT_IMPORT_STEPS = ['OPEN', 'CHECK', 'SPLIT', 'MEASURE', 'PUBLISH'] as const;
export type AssignmentImportStep = (typeof ASSIGNMENT_IMPORT_STEPS)[number];

export const ASSIGNMENT_EXPORT_STATUSES = ['QUEUED', 'READY', 'FAILED'] as const;
export type AssignmentExportStatus = (typeof ASSIGNMENT_EXPORT_STATUSES)[number];

export const SIMILARITY_STATUSES = ['QUEUED', 'RUNNING', 'READY', 'FAILED'] as const;
export type SimilarityStatus = (typeof SIMILARITY_STATUSES)[number];

const RUN_TRANSITIONS: Record<RunStatus, readonly RunStatus[]> = {
  // A queued run may finish at once: it was cancelled before a worker took it.
  QUEUED: ['RUNNING', 'FINISHED'],
  // A running run returns to the queue when its worker is gone.
  RUNNING: ['QUEUED', 'RUNNING', 'FINISHED'],
  FINISHED: [],
};

/** Whether a run may go from one status to another. A finished run never changes. */
export function canRunBecome(from: RunStatus, to: RunStatus): boolean {
  return RUN_TRANSITIONS[from].includes(to);
}

/** The split a run of this kind is scored on. Practice, and dry runs of instructors, never touch the private split. */
export function splitOf(kind: RunKind): Extract<SplitName, 'PUBLIC_TEST' | 'PRIVATE_TEST'> {
  return kind === 'PRACTICE' || kind === 'DRY_RUN' ? 'PUBLIC_TEST' : 'PRIVATE_TEST';
}

/** The runs shown in a review queue: all, those that still need a review, or those assigned to the viewer. */
export const REVIEW_FILTERS = ['ALL', 'WAITING', 'MINE'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** How far one grader is with one run. */
export const REVIEW_STATES = ['NONE', 'OPEN', 'FINISHED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** How sure an organization is who did the work, from least to most. */
export const ASSURANCES = ['SELF_DECLARED', 'SUPERVISED', 'INTERVIEWED'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export const CREDENTIAL_LIMITS = {
  /** Characters of why one is revoked, or of how it is known who did the work. */
  reason: 500,
} as const;

export const CREDENTIAL_STATUSES = ['ISSUED', 'REVOKED'] as const;
export type CredentialStatus = (typeof CREDENTIAL_STATUSES)[number];
