import { registerEnumType } from '@nestjs/graphql';
import {
  ACCENTS,
  AI_USES,
  ARTIFACT_KINDS,
  ASSURANCES,
  COMPARED_VERDICTS,
  CONTACT_STATUSES,
  ASSIGNMENT_DRAFT_STATUSES,
  ASSIGNMENT_EXPORT_STATUSES,
  ASSIGNMENT_IMPORT_STATUSES,
  ASSIGNMENT_IMPORT_STEPS,
  ASSIGNMENT_KINDS,
  CALIBRATION_STATUSES,
  COLUMN_KINDS,
  CREDENTIAL_STATUSES,
  CRITERION_MODES,
  DIAGRAM_FEEDBACK,
  DRAWING_MARKS,
  INVITATION_STATUSES,
  LETTER_STATES,
  METRIC_DIRECTIONS,
  NOTIFICATION_KINDS,
  OUTCOMES,
  PHASE_NAMES,
  PHASE_STATUSES,
  QUOTA_KINDS,
  QUOTA_SCOPES,
  REPRODUCTION_AGREEMENTS,
  REPRODUCTION_VERDICTS,
  REVIEW_FILTERS,
  REVIEW_STATES,
  RISK_REASONS,
  ROLES,
  ROSTER_SOURCES,
  ROSTER_UNDOS,
  RUN_ENDINGS,
  RUN_KINDS,
  RUN_STATUSES,
  SIMILARITY_STATUSES,
  RERUN_STATUSES,
  RERUN_WORK_STATES,
  CREDENTIAL_EFFECTS,
  SKILLS,
  SPLIT_NAMES,
  STUCK_REASONS,
  WORKER_ORDERS,
  WORKER_STATES,
  WORKFLOW_STEPS,
} from '@holdout/domain';

/** A GraphQL enum with exactly these values. */
function enumOf<const T extends string>(name: string, words: readonly T[]): { readonly [K in T]: K } {
  const values = Object.fromEntries(words.map((word) => [word, word])) as { [K in T]: K };
  registerEnumType(values, { name });
  return values;
}

export const STAGE_PROGRESS = ['LOCKED', 'OPEN', 'IN_PROGRESS', 'PASSED'] as const;
export type StageProgress = (typeof STAGE_PROGRESS)[number];

export const REGRADE_STATUSES = ['OPEN', 'ACCEPTED', 'DECLINED'] as const;
export type RegradeStatus = (typeof REGRADE_STATUSES)[number];

/** PUBLIC: practice runs on public-test rows, as the Ladder mechanism released them. PRIVATE: certifications. */
export const LEADERBOARD_BOARDS = ['PUBLIC', 'PRIVATE'] as const;
export type LeaderboardBoard = (typeof LEADERBOARD_BOARDS)[number];

/** NOT_PAIRED: scored on different resamples, so the two cannot be compared. */
export const COMPARISON_VERDICTS = ['BETTER', 'WORSE', 'NO_DIFFERENCE', 'NOT_PAIRED'] as const;
export type ComparisonVerdict = (typeof COMPARISON_VERDICTS)[number];

/** NOT_MEASURED: the assignment has no metric of that name. */
export const VALIDATION_VERDICTS = ['AGREES', 'TOO_GOOD', 'TOO_MODEST', 'NOT_MEASURED'] as const;
export type ValidationVerdict = (typeof VALIDATION_VERDICTS)[number];

export const QuotaKindEnum = enumOf('QuotaKind', QUOTA_KINDS);
export const QuotaScopeEnum = enumOf('QuotaScope', QUOTA_SCOPES);
export const WorkerStateEnum = enumOf('WorkerState', WORKER_STATES);
export const WorkerOrderEnum = enumOf('WorkerOrder', WORKER_ORDERS);
export const EndingEnum = enumOf('Ending', RUN_ENDINGS);
export const StuckReasonEnum = enumOf('StuckReason', STUCK_REASONS);
export const AccentEnum = enumOf('Accent', ACCENTS);
export const RoleEnum = enumOf('Role', ROLES);
export const AssignmentKindEnum = enumOf('AssignmentKind', ASSIGNMENT_KINDS);
export const RunKindEnum = enumOf('RunKind', RUN_KINDS);
export const RunStatusEnum = enumOf('RunStatus', RUN_STATUSES);
export const OutcomeEnum = enumOf('Outcome', OUTCOMES);
export const PhaseNameEnum = enumOf('PhaseName', PHASE_NAMES);
export const ArtifactKindEnum = enumOf('ArtifactKind', ARTIFACT_KINDS);
export const PhaseStatusEnum = enumOf('PhaseStatus', PHASE_STATUSES);
export const SplitNameEnum = enumOf('SplitName', SPLIT_NAMES);
export const MetricDirectionEnum = enumOf('MetricDirection', METRIC_DIRECTIONS);
export const CriterionModeEnum = enumOf('CriterionMode', CRITERION_MODES);
export const WorkflowStepEnum = enumOf('WorkflowStep', WORKFLOW_STEPS);
export const SkillEnum = enumOf('Skill', SKILLS);
export const CalibrationStatusEnum = enumOf('CalibrationStatus', CALIBRATION_STATUSES);
export const InvitationStatusEnum = enumOf('InvitationStatus', INVITATION_STATUSES);
export const RosterSourceEnum = enumOf('RosterSource', ROSTER_SOURCES);
export const RosterUndoEnum = enumOf('RosterUndo', ROSTER_UNDOS);
export const LetterStateEnum = enumOf('LetterState', LETTER_STATES);
export const AiUseEnum = enumOf('AiUse', AI_USES);
export const DrawingMarkEnum = enumOf('DrawingMark', DRAWING_MARKS);
export const DiagramFeedbackEnum = enumOf('DiagramFeedback', DIAGRAM_FEEDBACK);
export const AssuranceEnum = enumOf('Assurance', ASSURANCES);
export const CredentialStatusEnum = enumOf('CredentialStatus', CREDENTIAL_STATUSES);
export const AssignmentImportStatusEnum = enumOf('AssignmentImportStatus', ASSIGNMENT_IMPORT_STATUSES);
export const AssignmentImportStepEnum = enumOf('AssignmentImportStep', ASSIGNMENT_IMPORT_STEPS);
export const AssignmentDraftStatusEnum = enumOf('AssignmentDraftStatus', ASSIGNMENT_DRAFT_STATUSES);
export const ColumnKindEnum = enumOf('ColumnKind', COLUMN_KINDS);
export const AssignmentExportStatusEnum = enumOf('AssignmentExportStatus', ASSIGNMENT_EXPORT_STATUSES);
export const SimilarityStatusEnum = enumOf('SimilarityStatus', SIMILARITY_STATUSES);
export const RerunStatusEnum = enumOf('RerunStatus', RERUN_STATUSES);
export const RerunWorkStateEnum = enumOf('RerunWorkState', RERUN_WORK_STATES);
export const CredentialEffectEnum = enumOf('CredentialEffect', CREDENTIAL_EFFECTS);
export const StageProgressEnum = enumOf('StageProgress', STAGE_PROGRESS);
export const ReviewFilterEnum = enumOf('ReviewFilter', REVIEW_FILTERS);
export const ReviewStateEnum = enumOf('ReviewState', REVIEW_STATES);
export const RiskReasonEnum = enumOf('RiskReason', RISK_REASONS);
export const ComparisonVerdictEnum = enumOf('ComparisonVerdict', COMPARISON_VERDICTS);
export const ValidationVerdictEnum = enumOf('ValidationVerdict', VALIDATION_VERDICTS);
export const LeaderboardBoardEnum = enumOf('LeaderboardBoard', LEADERBOARD_BOARDS);
export const ReproductionVerdictEnum = enumOf('ReproductionVerdict', REPRODUCTION_VERDICTS);
export const ReproductionAgreementEnum = enumOf('ReproductionAgreement', REPRODUCTION_AGREEMENTS);
export const NotificationKindEnum = enumOf('NotificationKind', NOTIFICATION_KINDS);
export const RegradeStatusEnum = enumOf('RegradeStatus', REGRADE_STATUSES);
export const ContactStatusEnum = enumOf('ContactStatus', CONTACT_STATUSES);
export const ComparedVerdictEnum = enumOf('ComparedVerdict', COMPARED_VERDICTS);
