/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AiUse =
  | 'ASSISTANCE'
  | 'NONE'
  | 'SUBSTANTIAL';

export type AnnounceInput = {
  cohortSlug: string;
  /** 1 to 5,000 characters. */
  text: string;
  /** 1 to 120 characters. */
  title: string;
};

export type ArtifactKind =
  | 'MODEL'
  | 'PREDICTIONS'
  | 'REPORT';

export type AssignmentDatesInput = {
  assignmentSlug: string;
  closesAt?: string | null | undefined;
  cohortId: string | number;
  dueAt?: string | null | undefined;
  latePolicy?: LatePolicyInput | null | undefined;
  opensAt?: string | null | undefined;
};

export type AssignmentDraftSettingsInput = {
  /** Markdown. */
  brief: string;
  certification?: number | null | undefined;
  closesAt?: string | null | undefined;
  dueAt?: string | null | undefined;
  /** The column whose rows of one value belong together. */
  group?: string | null | undefined;
  /** The column that only names rows. */
  id?: string | null | undefined;
  /** Days for which late work is taken. Null takes none. */
  lateDays?: number | null | undefined;
  /** Of the points, for each of these days. */
  latePercent?: number | null | undefined;
  licence: string;
  maxTeamSize?: number | null | undefined;
  /** The author declares that the rows may be shown to students. */
  mayBeShown: boolean;
  /** ISO 8601, for every cohort that it is opened to. */
  opensAt?: string | null | undefined;
  origin: string;
  passMark?: number | null | undefined;
  /** Whose data it is, and what is sensitive in it. */
  personalData: string;
  /** The outcome whose probability is predicted. */
  positive?: string | null | undefined;
  practicePerDay?: number | null | undefined;
  privatePercent?: number | null | undefined;
  publicPercent?: number | null | undefined;
  samplePercent?: number | null | undefined;
  sensitive: Array<string>;
  /** Its name in addresses and commands. */
  slug: string;
  splitRule?: string | null | undefined;
  stage?: string | null | undefined;
  summary: string;
  /** The column that is predicted. */
  target?: string | null | undefined;
  template?: string | null | undefined;
  time?: string | null | undefined;
  title: string;
  trainMemoryMib?: number | null | undefined;
  trainSeconds?: number | null | undefined;
  /** Of criteria whose weight is not the template’s. */
  weights: Array<CriterionWeightInput>;
};

export type AssignmentDraftStatus =
  | 'EDITED'
  | 'FAILED'
  | 'PROFILING'
  | 'PUBLISHED'
  | 'UNREADABLE';

export type AssignmentImportStatus =
  | 'FAILED'
  | 'QUEUED'
  | 'REJECTED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type AssignmentImportStep =
  | 'CHECK'
  | 'MEASURE'
  | 'OPEN'
  | 'PUBLISH'
  | 'SPLIT';

export type AssignmentKind =
  | 'DIAGRAM'
  | 'EXERCISE'
  | 'PROJECT';

export type Assurance =
  | 'INTERVIEWED'
  | 'SELF_DECLARED'
  | 'SUPERVISED';

export type AuditFilter = {
  actorId?: string | number | null | undefined;
  from?: string | null | undefined;
  /** A part of action, subject or detail. */
  search?: string | null | undefined;
  subjectType?: string | null | undefined;
  /** Not included. */
  to?: string | null | undefined;
};

export type BeginLessonInput = {
  /** Its address below the stage: small letters, digits and hyphens. */
  slug: string;
  stageSlug: string;
  title: string;
};

export type CalibrationStatus =
  | 'FAILED'
  | 'MEASURED'
  | 'RUNNING';

export type CandidateFilterInput = {
  assignmentSlug?: string | null | undefined;
  /** Part of a place’s name. */
  location?: string | null | undefined;
  metric?: string | null | undefined;
  /** At least, or at most where lower is better. */
  metricValue?: number | null | undefined;
  /** At least so many points in one result. */
  points?: number | null | undefined;
  skill?: Skill | null | undefined;
  /** At least so many points of evidence for the skill. */
  skillPoints?: number | null | undefined;
  /** With a result issued within so many days. */
  withinDays?: number | null | undefined;
};

export type ColumnKind =
  | 'NUMBER'
  | 'TEXT'
  | 'TIME';

export type CompareSubmissionsInput = {
  assignmentSlug: string;
  cohortSlug: string;
  /** Compares with what students of cohorts handed in that began before this one. */
  includesEarlier: boolean;
};

export type ComparedVerdict =
  | 'BEST'
  | 'LOWER'
  | 'NO_DIFFERENCE';

export type ComparisonVerdict =
  | 'BETTER'
  | 'NOT_PAIRED'
  | 'NO_DIFFERENCE'
  | 'WORSE';

export type ContactStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'SENT';

export type CreateShareLinkInput = {
  /** How long it is good for. */
  days: number;
  /** For whom it is. */
  label: string;
  passcode?: string | null | undefined;
};

export type CredentialEffect =
  | 'ISSUED'
  | 'REISSUED'
  | 'REVOKED';

export type CredentialStatus =
  | 'ISSUED'
  | 'REVOKED';

export type CriterionInput = {
  advice: string;
  description: string;
  isRequired: boolean;
  /** Stays the same when the criterion is changed. */
  key: string;
  /** Of a criterion by a person; else empty. */
  levels: Array<CriterionLevelInput>;
  mode: CriterionMode;
  skills: Array<Skill>;
  title: string;
  weight: number;
  workflowStep: WorkflowStep;
};

export type CriterionLevelInput = {
  description: string;
  label: string;
  points: number;
};

export type CriterionMode =
  | 'AUTO'
  | 'MANUAL';

export type CriterionWeightInput = {
  key: string;
  weight: number;
};

export type DeclarationInput = {
  aiUse: AiUse;
  help: string;
  /** The student confirms that, but for what is declared, the work is their own. */
  isOwnWork?: boolean | null | undefined;
};

export type DiagramFeedback =
  | 'COUNTS'
  | 'DRAWN'
  | 'KEY';

export type DrawingMark =
  | 'EXTRA'
  | 'LOOSE'
  | 'MISSING'
  | 'REVERSED'
  | 'RIGHT'
  | 'TOLERATED';

export type EdgeInput = {
  from: string;
  to: string;
};

export type ExtensionInput = {
  assignmentSlug: string;
  cohortId: string | number;
  /** Null leaves the due date as it is. */
  dueAt?: string | null | undefined;
  extraCertifications: number;
  reason: string;
  studentIds: Array<string | number>;
};

export type GitSubmitInput = {
  assignmentSlug: string;
  /** All 40 digits of the commit. */
  commit: string;
  declaration?: DeclarationInput | null | undefined;
  kind: RunKind;
  /** https address of a public repository. */
  url: string;
};

export type GradeCriterionInput = {
  comment?: string | null | undefined;
  criterionId: string | number;
  /** Points of one of the criterion’s levels. */
  points: number;
  runId: string | number;
};

export type GradesHeldInput = {
  assignmentSlug: string;
  cohortId: string | number;
  /** False releases them, and tells the students. */
  isHeld: boolean;
};

export type InvitationStatus =
  | 'ACCEPTED'
  | 'PENDING'
  | 'REVOKED';

export type InviteInput = {
  cohortId?: string | number | null | undefined;
  email: string;
  role: Role;
};

export type LateDaysInput = {
  cohortId: string | number;
  days: number;
  studentIds: Array<string | number>;
};

export type LatePolicyInput = {
  maxDays: number;
  perDayPenalty: number;
};

export type LeaderboardBoard =
  | 'PRIVATE'
  | 'PUBLIC';

export type LtiAdmissionInput = {
  admitsPeople: boolean;
  highestRole: Role;
  platformId: string | number;
};

export type LtiChoiceInput = {
  assignmentSlug: string;
  cohortId: string | number;
  launchId: string | number;
  organizationSlug: string;
};

/** What somebody who launched still has to say. */
export type LtiLaunchStep =
  | 'ADD'
  | 'LINK'
  | 'PLACE';

export type LtiPlatformInput = {
  admitsPeople: boolean;
  authorizationUrl: string;
  clientId: string;
  deploymentId: string;
  highestRole: Role;
  issuer: string;
  jwksUrl: string;
  name: string;
  tokenUrl: string;
};

export type MetricDirection =
  | 'HIGHER'
  | 'LOWER';

export type NotificationKind =
  | 'ANNOUNCED'
  | 'ANSWERED'
  | 'CONTACTED'
  | 'DUE_SOON'
  | 'GRADED'
  | 'IMPERSONATED'
  | 'RELEASED'
  | 'RERUN'
  | 'REVIEWED'
  | 'REVISED';

export type Outcome =
  | 'CANCELLED'
  | 'INFRASTRUCTURE_ERROR'
  | 'SCORED'
  | 'STUDENT_ERROR';

/** How a grade stands at the platform that its student comes from. */
export type PassbackState =
  | 'FAILING'
  | 'NOTHING'
  | 'NOT_LINKED'
  | 'SENT'
  | 'WAITING';

export type PhaseName =
  | 'PREDICT'
  | 'PREPARE'
  | 'SCORE'
  | 'SERVE'
  | 'TRAIN';

export type PhaseStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type PlacedNodeInput = {
  key: string;
  /** Where it stands on the canvas. Not graded. */
  x: number;
  y: number;
};

export type PortfolioItemInput = {
  caseStudy: string;
  showsCode: boolean;
  showsComments: boolean;
  /** What each criterion of the rubric gave. */
  showsCriteria: boolean;
  showsFigures: boolean;
  showsMetrics: boolean;
  showsModelCard: boolean;
  showsPercentile: boolean;
  submissionId: string | number;
};

export type QuotaInput = {
  /** Then it holds for each student of this cohort. */
  cohortId?: string | number | null | undefined;
  cpuSeconds?: number | null | undefined;
  expiresAt?: string | null | undefined;
  gpuSeconds?: number | null | undefined;
  /** Of the one student that it holds for. */
  membershipId?: string | number | null | undefined;
  parallelRuns?: number | null | undefined;
  reason: string;
  runsPerDay?: number | null | undefined;
  storageBytes?: number | null | undefined;
};

export type QuotaKind =
  | 'CPU'
  | 'GPU'
  | 'PARALLEL'
  | 'RUNS'
  | 'STORAGE';

export type QuotaScope =
  | 'COHORT'
  | 'ORGANIZATION'
  | 'STUDENT';

export type RegradeReplyInput = {
  /** ACCEPTED or DECLINED ends the thread; for staff. */
  decision?: RegradeStatus | null | undefined;
  requestId: string | number;
  text: string;
};

export type RegradeStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'OPEN';

export type ReproductionAgreement =
  | 'BEYOND_INTERVAL'
  | 'IDENTICAL'
  | 'MISSING'
  | 'TIMED'
  | 'WITHIN_INTERVAL'
  | 'WITHIN_TOLERANCE';

export type ReproductionVerdict =
  | 'DIFFERENT'
  | 'IDENTICAL'
  | 'IMAGE_GONE'
  | 'INCONCLUSIVE'
  | 'WITHIN_TOLERANCE';

export type RerunInput = {
  assignmentSlug: string;
  cohortSlug: string;
  /** A published version, later than the one that counts. */
  version: number;
};

export type RerunStatus =
  | 'COMMITTED'
  | 'COMMITTING'
  | 'DISCARDED'
  | 'OPEN';

export type RerunWorkState =
  | 'CANCELLED'
  | 'INFRASTRUCTURE_ERROR'
  | 'NOT_STARTED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SCORED'
  | 'STUDENT_ERROR';

export type ReviewCommentInput = {
  /** A file of the submission; without, the whole run is meant. */
  file?: string | null | undefined;
  line?: number | null | undefined;
  runId: string | number;
  text: string;
};

export type ReviewFilter =
  | 'ALL'
  | 'MINE'
  | 'WAITING';

export type ReviewPolicyInput = {
  gradersPerRun: number;
  isAnonymous: boolean;
  isHeld: boolean;
};

export type ReviewState =
  | 'FINISHED'
  | 'NONE'
  | 'OPEN';

export type RiskReason =
  | 'FAILING'
  | 'INACTIVE'
  | 'NEVER_STARTED'
  | 'NO_ATTEMPTS_LEFT'
  | 'OVERDUE';

export type Role =
  | 'ADMIN'
  | 'HIRING_MANAGER'
  | 'INSTRUCTOR'
  | 'STUDENT'
  | 'TEACHING_ASSISTANT';

export type RubricInput = {
  assignmentSlug: string;
  /** The version of the rubric that was changed. */
  basis: number;
  criteria: Array<CriterionInput>;
};

export type RunKind =
  | 'CERTIFICATION'
  | 'DRY_RUN'
  | 'PRACTICE'
  | 'REGRADE'
  | 'REPRODUCTION';

export type RunStatus =
  | 'FINISHED'
  | 'QUEUED'
  | 'RUNNING';

export type SaveDrawingInput = {
  assignmentSlug: string;
  edges: Array<EdgeInput>;
  nodes: Array<PlacedNodeInput>;
};

export type SaveLessonDraftInput = {
  /** The revision that was changed; 0 where there was no draft. */
  basis: number;
  /** Markdown. */
  body: string;
  lessonId: string | number;
  /** How long reading it takes. */
  minutes: number;
  summary: string;
  title: string;
};

export type SavePortfolioInput = {
  headline: string;
  isRemote: boolean;
  /** All of them, in their order. */
  items: Array<PortfolioItemInput>;
  location: string;
  pseudonym?: string | null | undefined;
  slug: string;
};

export type SimilarityStatus =
  | 'FAILED'
  | 'QUEUED'
  | 'READY'
  | 'RUNNING';

export type SingleSignOnInput = {
  clientId: string;
  /** Null keeps the one that is there. */
  clientSecret?: string | null | undefined;
  issuer: string;
  joinsAsStudent: boolean;
};

export type Skill =
  | 'DATA_ENGINEERING'
  | 'DOMAINS'
  | 'EVALUATION_ERROR_ANALYSIS'
  | 'INFERENCE_EXPERIMENTATION'
  | 'MATHEMATICS'
  | 'MLOPS_MONITORING'
  | 'NEURAL_REPRESENTATION'
  | 'SUPERVISED_UNSUPERVISED'
  | 'TRAINING_SERVING';

export type SplitName =
  | 'PRIVATE_TEST'
  | 'PUBLIC_TEST'
  | 'SAMPLE'
  | 'TRAIN';

export type StageProgress =
  | 'IN_PROGRESS'
  | 'LOCKED'
  | 'OPEN'
  | 'PASSED';

export type StuckReason =
  | 'CANCEL_UNHEARD'
  | 'LONG_WAIT'
  | 'NO_WORKER'
  | 'PHASE_LASTS'
  | 'QUOTA_OF_ORGANIZATION'
  | 'QUOTA_OF_STUDENT'
  | 'WAITS_AFTER_FAILURE'
  | 'WORKERS_PAUSED'
  | 'WORKER_LOST';

export type SubmitDrawingInput = {
  assignmentSlug: string;
  declaration?: DeclarationInput | null | undefined;
  edges: Array<EdgeInput>;
  kind: RunKind;
  /** Keys of the labels that are placed. */
  nodes: Array<string>;
};

export type SubmitInput = {
  assignmentSlug: string;
  declaration?: DeclarationInput | null | undefined;
  kind: RunKind;
  uploadId: string | number;
};

export type TeamChangeInput = {
  add: Array<string | number>;
  reason: string;
  remove: Array<string | number>;
  teamId: string | number;
};

export type ValidationVerdict =
  | 'AGREES'
  | 'NOT_MEASURED'
  | 'TOO_GOOD'
  | 'TOO_MODEST';

export type WorkerOrder =
  | 'DRAIN'
  | 'PAUSE'
  | 'RESUME';

export type WorkerState =
  | 'DRAINING'
  | 'GONE'
  | 'PAUSED'
  | 'UP';

export type WorkflowStep =
  | 'ANALYZE'
  | 'AUDIT_DATA'
  | 'BASELINE'
  | 'DEPLOY'
  | 'FRAME'
  | 'IMPROVE'
  | 'MONITOR'
  | 'PACKAGE'
  | 'SPLIT';

export type CohortAnalyticsQueryVariables = Exact<{
  slug: string;
}>;


export type CohortAnalyticsQuery = { cohortAnalytics: { students: number, attempts: number, cohort: { id: string, slug: string, name: string }, stages: Array<{ id: string, slug: string, title: string, passed: number, inProgress: number, notStarted: number }>, assignments: Array<{ id: string, slug: string, title: string, tried: number, certified: number, passed: number, quartiles: Array<number> | null, histogram: Array<number>, attemptsToPass: number | null, attemptsToPassMost: number | null, feedbackSeconds: number | null, feedbackSecondsSlow: number | null, reviewSeconds: number | null }>, failures: Array<{ assignmentSlug: string, assignmentTitle: string, phase: PhaseName | null, reason: string, message: string, attempts: number, students: number }>, skills: Array<{ studentId: string, name: string, mean: number, skills: Array<{ skill: Skill, points: number }> }>, atRisk: Array<{ studentId: string, name: string, risks: Array<{ reason: RiskReason, assignmentTitle: string | null, since: string }> }>, weakSlices: Array<{ assignmentSlug: string, assignmentTitle: string, attribute: string, group: string, metric: string, students: number, shareWorse: number, shareClearlyWorse: number, slice: number, overall: number }> } };

export type AnnouncementFieldsFragment = { id: string, title: string, text: string, cohortName: string, author: string, createdAt: string };

export type CohortAnnouncementsQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type CohortAnnouncementsQuery = { cohortAnnouncements: { nodes: Array<{ id: string, title: string, text: string, cohortName: string, author: string, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, cohorts: Array<{ id: string, slug: string, name: string }> };

export type AnnouncementsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AnnouncementsQuery = { announcements: { nodes: Array<{ id: string, title: string, text: string, cohortName: string, author: string, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AnnounceMutationVariables = Exact<{
  input: AnnounceInput;
}>;


export type AnnounceMutation = { announce: { id: string } };

export type ArtifactFragment = { id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null };

export type PolicyFragment = { isOpen: boolean, closedReason: string | null, dueAt: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number };

export type AssignmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignmentsQuery = { assignments: Array<{ id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, position: number, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number } }> };

export type AssignmentQueryVariables = Exact<{
  slug: string;
}>;


export type AssignmentQuery = { assignment: { id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, position: number, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number }, teamwork: { maxTeamSize: number, team: { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> } | null } | null, version: { id: string, version: number, brief: string, passMark: number, integrityPolicy: string, publishedAt: string, starterKitUrl: string, publicDataUrl: string, commands: Array<{ name: string, isRequired: boolean, isRequiredToCertify: boolean, takesNotebook: boolean }>, diagram: { picture: string } | null, archiveLimits: { archiveBytes: number, unpackedBytes: number, files: number }, passChance: { simple: number, naive: number } | null, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string }>, metrics: Array<{ name: string, label: string, direction: MetricDirection, unit: string, isGraded: boolean, naive: number | null, simple: number | null, strong: number | null }>, limits: Array<{ phase: PhaseName, wallSeconds: number, memoryBytes: number, cpus: number }>, splits: Array<{ name: SplitName, rows: number, commitment: string }>, dataset: { name: string, licence: string, origin: string, personalData: string, splitRule: string }, dictionary: Array<{ name: string, type: string, description: string, profile: { rows: number, missing: number, bins: Array<{ low: number | null, high: number | null, label: string | null, count: number }> } | null }>, calibration: { status: CalibrationStatus, splitsDone: number, splitsPlanned: number } } | null } };

export type AuditRowFragment = { id: string, action: string, subjectType: string, subjectId: string, createdAt: string, actor: { id: string, name: string } | null, detail: Array<{ name: string, value: string }> };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditSubjectTypes: Array<string>, auditLog: { events: Array<{ id: string, action: string, subjectType: string, subjectId: string, createdAt: string, actor: { id: string, name: string } | null, detail: Array<{ name: string, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditChainQueryVariables = Exact<{
  knownHash?: string | null | undefined;
}>;


export type AuditChainQuery = { auditChain: { events: number, firstBrokenId: string | null, head: string, holdsKnownHash: boolean | null } };

export type AssignmentDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignmentDraftsQuery = { assignmentDrafts: Array<{ id: string, title: string, slug: string, fileName: string, status: AssignmentDraftStatus, updatedAt: string }> };

export type DraftSettingsFieldsFragment = { template: string | null, target: string | null, positive: string | null, id: string | null, group: string | null, time: string | null, sensitive: Array<string>, splitRule: string | null, samplePercent: number | null, publicPercent: number | null, privatePercent: number | null, title: string, slug: string, summary: string, brief: string, stage: string | null, passMark: number | null, practicePerDay: number | null, certification: number | null, maxTeamSize: number | null, opensAt: string | null, dueAt: string | null, closesAt: string | null, lateDays: number | null, latePercent: number | null, trainSeconds: number | null, trainMemoryMib: number | null, licence: string, origin: string, personalData: string, mayBeShown: boolean, weights: Array<{ key: string, weight: number }> };

export type ProblemFieldsFragment = { file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null };

export type DraftImportFieldsFragment = { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null };

export type AssignmentDraftQueryVariables = Exact<{
  id: string | number;
}>;


export type AssignmentDraftQuery = { assignmentDraft: { id: string, fileName: string, dataBytes: number, status: AssignmentDraftStatus, error: string | null, updatedAt: string, settings: { template: string | null, target: string | null, positive: string | null, id: string | null, group: string | null, time: string | null, sensitive: Array<string>, splitRule: string | null, samplePercent: number | null, publicPercent: number | null, privatePercent: number | null, title: string, slug: string, summary: string, brief: string, stage: string | null, passMark: number | null, practicePerDay: number | null, certification: number | null, maxTeamSize: number | null, opensAt: string | null, dueAt: string | null, closesAt: string | null, lateDays: number | null, latePercent: number | null, trainSeconds: number | null, trainMemoryMib: number | null, licence: string, origin: string, personalData: string, mayBeShown: boolean, weights: Array<{ key: string, weight: number }> }, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, newestImport: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } | null, profile: { table: { rows: number, copies: number, columnCount: number, comparedTargets: Array<string>, columns: Array<{ name: string, kind: ColumnKind, isWhole: boolean, missing: number, distinct: number, bins: Array<{ low: number | null, high: number | null, label: string | null, count: number }> }>, determined: Array<{ column: string, target: string, size: number }> }, templates: Array<{ name: string, stage: string, splitRule: string, samplePercent: number, publicPercent: number, privatePercent: number, passMark: number, practicePerDay: number, certification: number, maxTeamSize: number, trainSeconds: number, trainMemoryMib: number, metrics: Array<{ name: string, label: string, direction: MetricDirection, graded: boolean }>, criteria: Array<{ key: string, title: string, mode: CriterionMode, weight: number }> }> } | null } };

export type DraftStagesQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftStagesQuery = { track: { stages: Array<{ slug: string, title: string }> } };

export type BeginAssignmentDraftMutationVariables = Exact<{
  uploadId: string | number;
}>;


export type BeginAssignmentDraftMutation = { beginAssignmentDraft: { id: string } };

export type SaveAssignmentDraftMutationVariables = Exact<{
  id: string | number;
  settings: AssignmentDraftSettingsInput;
}>;


export type SaveAssignmentDraftMutation = { saveAssignmentDraft: { id: string, updatedAt: string } };

export type CheckAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckAssignmentDraftMutation = { checkAssignmentDraft: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type PublishAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type PublishAssignmentDraftMutation = { publishAssignmentDraft: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type DiscardAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardAssignmentDraftMutation = { discardAssignmentDraft: boolean };

export type DraftImportChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type DraftImportChangedSubscription = { assignmentImportChanged: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type AssignmentCohortsQueryVariables = Exact<{
  slug: string;
}>;


export type AssignmentCohortsQuery = { assignment: { id: string, slug: string, title: string }, cohorts: Array<{ id: string, slug: string, name: string }> };

export type CohortsQueryVariables = Exact<{ [key: string]: never; }>;


export type CohortsQuery = { cohorts: Array<{ id: string, slug: string, name: string }> };

export type DatesFieldsFragment = { opensAt: string | null, dueAt: string | null, closesAt: string | null, assignment: { id: string, slug: string, title: string }, latePolicy: { perDayPenalty: number, maxDays: number } | null };

export type EnrolledStudentFieldsFragment = { enrollmentId: string, studentId: string, name: string, lateDaysLeft: number, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string }> };

export type CohortPlanQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type CohortPlanQuery = { cohortPlan: { timeZone: string, cohort: { id: string, slug: string, name: string }, dates: Array<{ opensAt: string | null, dueAt: string | null, closesAt: string | null, assignment: { id: string, slug: string, title: string }, latePolicy: { perDayPenalty: number, maxDays: number } | null }>, students: { nodes: Array<{ enrollmentId: string, studentId: string, name: string, lateDaysLeft: number, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type SetAssignmentDatesMutationVariables = Exact<{
  input: AssignmentDatesInput;
}>;


export type SetAssignmentDatesMutation = { setAssignmentDates: boolean };

export type GrantExtensionMutationVariables = Exact<{
  input: ExtensionInput;
}>;


export type GrantExtensionMutation = { grantExtension: boolean };

export type SetLateDaysMutationVariables = Exact<{
  input: LateDaysInput;
}>;


export type SetLateDaysMutation = { setLateDays: boolean };

export type CredentialCardFragment = { id: string, title: string, isOfStage: boolean, runId: string | null, assurance: Assurance, status: CredentialStatus, issuedAt: string, revokedAt: string | null, revokedReason: string | null, isShared: boolean, address: string, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }> };

export type MyCredentialsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCredentialsQuery = { myCredentials: Array<{ id: string, title: string, isOfStage: boolean, runId: string | null, assurance: Assurance, status: CredentialStatus, issuedAt: string, revokedAt: string | null, revokedReason: string | null, isShared: boolean, address: string, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }> }> };

export type ShareCredentialMutationVariables = Exact<{
  id: string | number;
  isShared: boolean;
}>;


export type ShareCredentialMutation = { shareCredential: { id: string, isShared: boolean } };

export type RevokeCredentialMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type RevokeCredentialMutation = { revokeCredential: { id: string, status: CredentialStatus } };

export type AssureSubmissionMutationVariables = Exact<{
  submissionId: string | number;
  level: Assurance;
  note: string;
}>;


export type AssureSubmissionMutation = { assureSubmission: boolean };

export type IssuerQueryVariables = Exact<{ [key: string]: never; }>;


export type IssuerQuery = { issuer: { did: string, isRotating: boolean, keys: Array<{ id: string, publicKeyMultibase: string, activeFrom: string, retiredAt: string | null, revokedAt: string | null }> } };

export type RotateIssuerKeyMutationVariables = Exact<{
  isCompromised: boolean;
}>;


export type RotateIssuerKeyMutation = { rotateIssuerKey: { did: string, isRotating: boolean } };

export type DiagramsQueryVariables = Exact<{ [key: string]: never; }>;


export type DiagramsQuery = { track: { id: string, diagrams: Array<{ id: string, slug: string, title: string, summary: string, nodes: Array<{ key: string, label: string, hint: string }>, edges: Array<{ from: string, to: string, label: string | null }>, redraw: { id: string, slug: string, isPassed: boolean, bestPoints: number | null } | null }> } };

export type FleetWorkerFragment = { id: string, hostname: string, labels: Array<string>, concurrency: number, running: number, state: WorkerState, seenAt: string, engine: { version: string, containers: number, gpus: Array<string>, gpuProblem: string | null } | null };

export type FleetRunRowFragment = { id: string, organizationName: string, kind: RunKind, status: RunStatus, lane: string, workerId: string | null, attempt: number, phase: string | null, queuedAt: string, stuck: StuckReason | null };

export type FleetQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetQuery = { fleet: { isWhole: boolean, workers: Array<{ id: string, hostname: string, labels: Array<string>, concurrency: number, running: number, state: WorkerState, seenAt: string, engine: { version: string, containers: number, gpus: Array<string>, gpuProblem: string | null } | null }>, queue: Array<{ organizationId: string, organizationName: string, lane: string, resource: string, waiting: number, waitingSeconds: number, running: number, oldestAt: string | null }>, runs: Array<{ id: string, organizationName: string, kind: RunKind, status: RunStatus, lane: string, workerId: string | null, attempt: number, phase: string | null, queuedAt: string, stuck: StuckReason | null }>, endings: Array<{ what: string, reason: string, runs: number, newestAt: string }> } };

export type OrderWorkerMutationVariables = Exact<{
  id: string | number;
  order: WorkerOrder;
}>;


export type OrderWorkerMutation = { orderWorker: boolean };

export type EndRunMutationVariables = Exact<{
  runId: string | number;
}>;


export type EndRunMutation = { endRun: boolean };

export type RequeueRunMutationVariables = Exact<{
  runId: string | number;
}>;


export type RequeueRunMutation = { requeueRun: boolean };

export type PaletteQueryVariables = Exact<{ [key: string]: never; }>;


export type PaletteQuery = { assignments: Array<{ id: string, slug: string, title: string, stage: { id: string, title: string } }>, track: { id: string, stages: Array<{ id: string, slug: string, title: string, lessons: Array<{ id: string, slug: string, title: string }> }>, diagrams: Array<{ id: string, slug: string, title: string }> }, runs: { edges: Array<{ cursor: string, node: { id: string, assignment: { id: string, title: string }, submission: { id: string, fileName: string } } }> } };

export type GradedAssignmentFieldsFragment = { id: string, slug: string, title: string, isHeld: boolean, certified: number };

export type CohortGradesQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type CohortGradesQuery = { cohortGrades: { cohort: { id: string, slug: string, name: string }, assignments: Array<{ id: string, slug: string, title: string, isHeld: boolean, certified: number }>, students: { nodes: Array<{ studentId: string, name: string, grades: Array<{ assignmentId: string, runId: string, points: number, isPassed: boolean, isProvisional: boolean, daysLate: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type SetGradesHeldMutationVariables = Exact<{
  input: GradesHeldInput;
}>;


export type SetGradesHeldMutation = { setGradesHeld: boolean };

export type CandidateCardFragment = { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> };

export type CandidatesQueryVariables = Exact<{
  filter: CandidateFilterInput;
  after?: string | null | undefined;
}>;


export type CandidatesQuery = { candidates: { candidates: Array<{ id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, searchableProjects: Array<{ slug: string, title: string, metrics: Array<{ name: string, label: string, direction: MetricDirection }> }> };

export type CandidateQueryVariables = Exact<{
  id: string | number;
}>;


export type CandidateQuery = { candidate: { id: string, slug: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, issuerSlug: string, updatedAt: string, skills: Array<{ skill: Skill, points: number, evidence: number }>, results: Array<{ id: string, assignmentSlug: string, assignmentTitle: string, assignmentSummary: string, caseStudy: string, points: number, low: number, high: number, passMark: number, assurance: Assurance, issuedAt: string, credentialAddress: string, credentialId: string, comments: Array<string>, modelCard: string | null, archiveDigest: string | null, gitCommit: string | null, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }>, metrics: Array<{ name: string, label: string, value: number, low: number, high: number, unit: string, direction: MetricDirection }>, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, skills: Array<Skill>, points: number, low: number | null, high: number | null, weight: number, countedWeight: number, levels: Array<{ points: number, label: string, description: string }> }>, percentile: { value: number, low: number, high: number, others: number } | null, figures: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, files: Array<{ path: string, text: string | null }> }> }, shortlist: Array<{ note: string, createdAt: string, candidate: { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> } }>, sentContactRequests: Array<{ id: string, candidateId: string, message: string, status: ContactStatus, createdAt: string, address: string | null }> };

export type CompareCandidatesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CompareCandidatesQuery = { compareCandidates: { candidates: Array<{ id: string, name: string, headline: string, issuerName: string, skills: Array<{ skill: Skill, points: number }> }>, projects: Array<{ assignmentSlug: string, assignmentTitle: string, results: Array<{ candidateId: string, points: number, low: number, high: number, verdict: ComparedVerdict, isPaired: boolean }> }> } };

export type ShortlistRowFragment = { note: string, createdAt: string, candidate: { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> } };

export type SentRequestFragment = { id: string, candidateId: string, message: string, status: ContactStatus, createdAt: string, address: string | null };

export type ShortlistQueryVariables = Exact<{ [key: string]: never; }>;


export type ShortlistQuery = { shortlist: Array<{ note: string, createdAt: string, candidate: { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> } }>, sentContactRequests: Array<{ id: string, candidateId: string, message: string, status: ContactStatus, createdAt: string, address: string | null }> };

export type PutOnShortlistMutationVariables = Exact<{
  candidateId: string | number;
  note: string;
}>;


export type PutOnShortlistMutation = { putOnShortlist: Array<{ note: string, createdAt: string, candidate: { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> } }> };

export type TakeOffShortlistMutationVariables = Exact<{
  candidateId: string | number;
}>;


export type TakeOffShortlistMutation = { takeOffShortlist: Array<{ note: string, createdAt: string, candidate: { id: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, skills: Array<{ skill: Skill, points: number }>, results: Array<{ assignmentSlug: string, assignmentTitle: string, points: number, low: number, high: number }> } }> };

export type RequestContactMutationVariables = Exact<{
  candidateId: string | number;
  message: string;
}>;


export type RequestContactMutation = { requestContact: Array<{ id: string, candidateId: string, message: string, status: ContactStatus, createdAt: string, address: string | null }> };

export type ImpersonationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImpersonationsQuery = { impersonations: Array<{ id: string, adminName: string, reason: string, startedAt: string, until: string }> };

export type StartImpersonationMutationVariables = Exact<{
  membershipId: string | number;
  reason: string;
}>;


export type StartImpersonationMutation = { startImpersonation: boolean };

export type StopImpersonationMutationVariables = Exact<{ [key: string]: never; }>;


export type StopImpersonationMutation = { stopImpersonation: boolean };

export type LeaderboardQueryVariables = Exact<{
  assignmentSlug: string;
  board: LeaderboardBoard;
  cohortSlug?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LeaderboardQuery = { leaderboard: { board: LeaderboardBoard, passMark: number, isPrivateOpen: boolean, privateOpensAt: string | null, rows: Array<{ id: string, rank: number, band: number, name: string, points: number, low: number, high: number, runId: string | null, isViewer: boolean, publicRank: number | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, ownPlace: { rank: number, points: number, low: number, high: number } | null, ownChange: { runId: string, isReleased: boolean, message: string, at: string } | null }, cohorts: Array<{ id: string, slug: string, name: string }>, assignment: { id: string, slug: string, title: string, stage: { id: string, slug: string, title: string } } };

export type PseudonymQueryVariables = Exact<{ [key: string]: never; }>;


export type PseudonymQuery = { pseudonym: string | null };

export type SetPseudonymMutationVariables = Exact<{
  name?: string | null | undefined;
}>;


export type SetPseudonymMutation = { setPseudonym: string | null };

export type AuthoredLessonDetailFieldsFragment = { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> };

export type AuthoredLessonsQueryVariables = Exact<{
  stageSlug: string;
}>;


export type AuthoredLessonsQuery = { stage: { id: string, slug: string, title: string }, authoredLessons: Array<{ id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean }> };

export type AuthoredLessonQueryVariables = Exact<{
  stageSlug: string;
  lessonSlug: string;
}>;


export type AuthoredLessonQuery = { stage: { id: string, slug: string, title: string }, authoredLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type LessonVersionQueryVariables = Exact<{
  lessonId: string | number;
  version: number;
}>;


export type LessonVersionQuery = { lessonVersion: { version: number, title: string, summary: string, minutes: number, body: string } };

export type BeginLessonMutationVariables = Exact<{
  input: BeginLessonInput;
}>;


export type BeginLessonMutation = { beginLesson: { id: string, slug: string } };

export type SaveLessonDraftMutationVariables = Exact<{
  input: SaveLessonDraftInput;
}>;


export type SaveLessonDraftMutation = { saveLessonDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type RestoreLessonVersionMutationVariables = Exact<{
  lessonId: string | number;
  version: number;
}>;


export type RestoreLessonVersionMutation = { restoreLessonVersion: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type DiscardLessonDraftMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type DiscardLessonDraftMutation = { discardLessonDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } | null };

export type PublishLessonMutationVariables = Exact<{
  lessonId: string | number;
  revision: number;
  note: string;
}>;


export type PublishLessonMutation = { publishLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type WithdrawLessonMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type WithdrawLessonMutation = { withdrawLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type MoveLessonMutationVariables = Exact<{
  lessonId: string | number;
  isEarlier: boolean;
}>;


export type MoveLessonMutation = { moveLesson: Array<{ id: string, slug: string }> };

export type SearchLessonsQueryVariables = Exact<{
  words: string;
}>;


export type SearchLessonsQuery = { searchLessons: Array<{ stageSlug: string, stageTitle: string, lesson: { id: string, slug: string, title: string, minutes: number }, excerpt: Array<{ text: string, isHit: boolean }> }> };

export type LessonsQueryVariables = Exact<{ [key: string]: never; }>;


export type LessonsQuery = { track: { id: string, stages: Array<{ id: string, slug: string, position: number, title: string, lessons: Array<{ id: string, slug: string, title: string, summary: string, minutes: number }> }> } };

export type LessonQueryVariables = Exact<{
  stageSlug: string;
  lessonSlug: string;
}>;


export type LessonQuery = { lesson: { id: string, slug: string, title: string, summary: string, minutes: number, body: string, stage: { id: string, slug: string, title: string, position: number, lessons: Array<{ id: string, slug: string, title: string, minutes: number }> } } };

export type LtiToolFieldsFragment = { loginUrl: string, launchUrl: string, keysUrl: string, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> };

export type LtiToolQueryVariables = Exact<{ [key: string]: never; }>;


export type LtiToolQuery = { ltiTool: { loginUrl: string, launchUrl: string, keysUrl: string, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type RegisterLtiPlatformMutationVariables = Exact<{
  input: LtiPlatformInput;
}>;


export type RegisterLtiPlatformMutation = { registerLtiPlatform: { loginUrl: string, launchUrl: string, keysUrl: string, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type SetLtiAdmissionMutationVariables = Exact<{
  input: LtiAdmissionInput;
}>;


export type SetLtiAdmissionMutation = { setLtiAdmission: { loginUrl: string, launchUrl: string, keysUrl: string, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type RemoveLtiPlatformMutationVariables = Exact<{
  platformId: string | number;
}>;


export type RemoveLtiPlatformMutation = { removeLtiPlatform: { loginUrl: string, launchUrl: string, keysUrl: string, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type LtiLaunchQueryVariables = Exact<{
  organizationSlug: string;
  launchId: string | number;
}>;


export type LtiLaunchQuery = { ltiLaunch: { id: string, step: LtiLaunchStep, platformName: string, personName: string | null, contextTitle: string } };

export type LtiChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type LtiChoicesQuery = { cohorts: Array<{ id: string, name: string }>, assignments: Array<{ slug: string, title: string }> };

export type LinkLtiAccountMutationVariables = Exact<{
  organizationSlug: string;
  launchId: string | number;
}>;


export type LinkLtiAccountMutation = { linkLtiAccount: string };

export type PlaceLtiLinkMutationVariables = Exact<{
  input: LtiChoiceInput;
}>;


export type PlaceLtiLinkMutation = { placeLtiLink: string };

export type CohortPassbacksQueryVariables = Exact<{
  slug: string;
  studentIds: Array<string | number> | string | number;
}>;


export type CohortPassbacksQuery = { cohortPassbacks: { links: Array<{ id: string, platformName: string, contextTitle: string, assignmentId: string, assignmentTitle: string, hasColumn: boolean, sent: number, waiting: number, failing: number, notLinked: number, lastFailure: string | null }>, passbacks: Array<{ studentId: string, assignmentId: string, state: PassbackState, sentPoints: number | null, sentAt: string | null, lastFailure: string | null }> } };

export type ResendGradesMutationVariables = Exact<{
  linkId: string | number;
}>;


export type ResendGradesMutation = { resendGrades: number };

export type NotificationRowFragment = { id: string, kind: NotificationKind, assignmentSlug: string | null, title: string, runId: string | null, createdAt: string, isRead: boolean };

export type NotificationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { notifications: Array<{ id: string, kind: NotificationKind, assignmentSlug: string | null, title: string, runId: string | null, createdAt: string, isRead: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MailedNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MailedNotificationsQuery = { mailedNotifications: Array<NotificationKind> };

export type UnreadNotificationsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsSubscription = { unreadNotifications: number };

export type ReadNotificationMutationVariables = Exact<{
  id: string | number;
}>;


export type ReadNotificationMutation = { readNotification: number };

export type ReadAllNotificationsMutationVariables = Exact<{ [key: string]: never; }>;


export type ReadAllNotificationsMutation = { readAllNotifications: number };

export type SetMailedNotificationMutationVariables = Exact<{
  kind: NotificationKind;
  isMailed: boolean;
}>;


export type SetMailedNotificationMutation = { setMailedNotification: Array<NotificationKind> };

export type MemberFragment = { id: string, name: string, role: Role, joinedAt: string, isViewer: boolean };

export type PeopleQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PeopleQuery = { memberships: { nodes: Array<{ id: string, name: string, role: Role, joinedAt: string, isViewer: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, invitations: Array<{ id: string, role: Role, status: InvitationStatus, expiresAt: string }>, cohorts: Array<{ id: string, slug: string, name: string }> };

export type InviteMutationVariables = Exact<{
  input: InviteInput;
}>;


export type InviteMutation = { invite: { id: string, role: Role, status: InvitationStatus, expiresAt: string, link: string | null } };

export type RevokeInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { id: string, status: InvitationStatus } };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { role: Role, organization: { id: string, slug: string, name: string } } };

export type RemoveMemberMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMemberMutation = { removeMembership: boolean };

export type OwnPortfolioFragment = { id: string, slug: string, headline: string, pseudonym: string | null, location: string, isRemote: boolean, isPublic: boolean, searchableSince: string | null, items: Array<{ submissionId: string, caseStudy: string, showsMetrics: boolean, showsPercentile: boolean, showsComments: boolean, showsFigures: boolean, showsModelCard: boolean, showsCode: boolean, showsCriteria: boolean }> };

export type OwnShareLinkFragment = { id: string, label: string, hasPasscode: boolean, createdAt: string, expiresAt: string, revokedAt: string | null, viewCount: number, views: Array<string> };

export type MyPortfolioQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPortfolioQuery = { myPortfolio: { id: string, slug: string, headline: string, pseudonym: string | null, location: string, isRemote: boolean, isPublic: boolean, searchableSince: string | null, items: Array<{ submissionId: string, caseStudy: string, showsMetrics: boolean, showsPercentile: boolean, showsComments: boolean, showsFigures: boolean, showsModelCard: boolean, showsCode: boolean, showsCriteria: boolean }> } | null, myPasses: Array<{ submissionId: string, assignmentTitle: string, value: number, low: number, high: number, issuedAt: string }>, myShareLinks: Array<{ id: string, label: string, hasPasscode: boolean, createdAt: string, expiresAt: string, revokedAt: string | null, viewCount: number, views: Array<string> }>, receivedContactRequests: Array<{ id: string, managerName: string, organizationName: string, message: string, status: ContactStatus, createdAt: string }> };

export type BeginPortfolioMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPortfolioMutation = { beginPortfolio: { id: string } };

export type SavePortfolioMutationVariables = Exact<{
  input: SavePortfolioInput;
}>;


export type SavePortfolioMutation = { savePortfolio: { id: string, slug: string, headline: string, pseudonym: string | null, location: string, isRemote: boolean, isPublic: boolean, searchableSince: string | null, items: Array<{ submissionId: string, caseStudy: string, showsMetrics: boolean, showsPercentile: boolean, showsComments: boolean, showsFigures: boolean, showsModelCard: boolean, showsCode: boolean, showsCriteria: boolean }> } };

export type PublishPortfolioMutationVariables = Exact<{
  isPublic: boolean;
}>;


export type PublishPortfolioMutation = { publishPortfolio: { id: string, isPublic: boolean } };

export type CreateShareLinkMutationVariables = Exact<{
  input: CreateShareLinkInput;
}>;


export type CreateShareLinkMutation = { createShareLink: string };

export type RevokeShareLinkMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeShareLinkMutation = { revokeShareLink: Array<{ id: string, label: string, hasPasscode: boolean, createdAt: string, expiresAt: string, revokedAt: string | null, viewCount: number, views: Array<string> }> };

export type ReceivedRequestFragment = { id: string, managerName: string, organizationName: string, message: string, status: ContactStatus, createdAt: string };

export type ConsentToSearchMutationVariables = Exact<{
  isGiven: boolean;
}>;


export type ConsentToSearchMutation = { consentToSearch: { id: string, searchableSince: string | null } };

export type AnswerContactRequestMutationVariables = Exact<{
  id: string | number;
  isAccepted: boolean;
}>;


export type AnswerContactRequestMutation = { answerContactRequest: Array<{ id: string, managerName: string, organizationName: string, message: string, status: ContactStatus, createdAt: string }> };

export type ShownPortfolioFragment = { id: string, slug: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, issuerSlug: string, updatedAt: string, skills: Array<{ skill: Skill, points: number, evidence: number }>, results: Array<{ id: string, assignmentSlug: string, assignmentTitle: string, assignmentSummary: string, caseStudy: string, points: number, low: number, high: number, passMark: number, assurance: Assurance, issuedAt: string, credentialAddress: string, credentialId: string, comments: Array<string>, modelCard: string | null, archiveDigest: string | null, gitCommit: string | null, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }>, metrics: Array<{ name: string, label: string, value: number, low: number, high: number, unit: string, direction: MetricDirection }>, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, skills: Array<Skill>, points: number, low: number | null, high: number | null, weight: number, countedWeight: number, levels: Array<{ points: number, label: string, description: string }> }>, percentile: { value: number, low: number, high: number, others: number } | null, figures: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, files: Array<{ path: string, text: string | null }> }> };

export type PortfolioPreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type PortfolioPreviewQuery = { portfolioPreview: { id: string, slug: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, issuerSlug: string, updatedAt: string, skills: Array<{ skill: Skill, points: number, evidence: number }>, results: Array<{ id: string, assignmentSlug: string, assignmentTitle: string, assignmentSummary: string, caseStudy: string, points: number, low: number, high: number, passMark: number, assurance: Assurance, issuedAt: string, credentialAddress: string, credentialId: string, comments: Array<string>, modelCard: string | null, archiveDigest: string | null, gitCommit: string | null, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }>, metrics: Array<{ name: string, label: string, value: number, low: number, high: number, unit: string, direction: MetricDirection }>, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, skills: Array<Skill>, points: number, low: number | null, high: number | null, weight: number, countedWeight: number, levels: Array<{ points: number, label: string, description: string }> }>, percentile: { value: number, low: number, high: number, others: number } | null, figures: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, files: Array<{ path: string, text: string | null }> }> } };

export type PublishedPortfolioQueryVariables = Exact<{
  slug: string;
}>;


export type PublishedPortfolioQuery = { publishedPortfolio: { id: string, slug: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, issuerSlug: string, updatedAt: string, skills: Array<{ skill: Skill, points: number, evidence: number }>, results: Array<{ id: string, assignmentSlug: string, assignmentTitle: string, assignmentSummary: string, caseStudy: string, points: number, low: number, high: number, passMark: number, assurance: Assurance, issuedAt: string, credentialAddress: string, credentialId: string, comments: Array<string>, modelCard: string | null, archiveDigest: string | null, gitCommit: string | null, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }>, metrics: Array<{ name: string, label: string, value: number, low: number, high: number, unit: string, direction: MetricDirection }>, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, skills: Array<Skill>, points: number, low: number | null, high: number | null, weight: number, countedWeight: number, levels: Array<{ points: number, label: string, description: string }> }>, percentile: { value: number, low: number, high: number, others: number } | null, figures: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, files: Array<{ path: string, text: string | null }> }> } };

export type ShareLinkAsksForPasscodeQueryVariables = Exact<{
  token: string;
}>;


export type ShareLinkAsksForPasscodeQuery = { shareLinkAsksForPasscode: boolean };

export type OpenShareLinkMutationVariables = Exact<{
  token: string;
  passcode?: string | null | undefined;
}>;


export type OpenShareLinkMutation = { openShareLink: { id: string, slug: string, name: string, headline: string, location: string, isRemote: boolean, issuerName: string, issuerSlug: string, updatedAt: string, skills: Array<{ skill: Skill, points: number, evidence: number }>, results: Array<{ id: string, assignmentSlug: string, assignmentTitle: string, assignmentSummary: string, caseStudy: string, points: number, low: number, high: number, passMark: number, assurance: Assurance, issuedAt: string, credentialAddress: string, credentialId: string, comments: Array<string>, modelCard: string | null, archiveDigest: string | null, gitCommit: string | null, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }>, metrics: Array<{ name: string, label: string, value: number, low: number, high: number, unit: string, direction: MetricDirection }>, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, skills: Array<Skill>, points: number, low: number | null, high: number | null, weight: number, countedWeight: number, levels: Array<{ points: number, label: string, description: string }> }>, percentile: { value: number, low: number, high: number, others: number } | null, figures: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, files: Array<{ path: string, text: string | null }> }> } };

export type QuotaUseFragment = { what: QuotaKind, limit: number, used: number };

export type QuotaRowFragment = { id: string, scope: QuotaScope, name: string | null, runsPerDay: number | null, cpuSeconds: number | null, gpuSeconds: number | null, storageBytes: number | null, parallelRuns: number | null, expiresAt: string | null, isExpired: boolean, reason: string };

export type QuotasQueryVariables = Exact<{ [key: string]: never; }>;


export type QuotasQuery = { quotas: Array<{ id: string, scope: QuotaScope, name: string | null, runsPerDay: number | null, cpuSeconds: number | null, gpuSeconds: number | null, storageBytes: number | null, parallelRuns: number | null, expiresAt: string | null, isExpired: boolean, reason: string }>, organizationQuota: Array<{ what: QuotaKind, limit: number, used: number }>, cohorts: Array<{ id: string, slug: string, name: string }>, memberships: { nodes: Array<{ id: string, name: string, role: Role }> } };

export type OwnQuotaQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnQuotaQuery = { ownQuota: Array<{ what: QuotaKind, limit: number, used: number }> };

export type SetQuotaMutationVariables = Exact<{
  input: QuotaInput;
}>;


export type SetQuotaMutation = { setQuota: { id: string } };

export type RemoveQuotaMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveQuotaMutation = { removeQuota: boolean };

export type RedrawQueryVariables = Exact<{
  slug: string;
}>;


export type RedrawQuery = { assignment: { id: string, slug: string, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number }, version: { id: string, version: number, passMark: number, integrityPolicy: string, diagram: { picture: string, labels: Array<{ key: string, label: string }>, feedback: { practice: DiagramFeedback, certification: DiagramFeedback } } | null } | null } };

export type DrawingQueryVariables = Exact<{
  slug: string;
}>;


export type DrawingQuery = { drawing: { savedAt: string, nodes: Array<{ key: string, x: number, y: number }>, edges: Array<{ from: string, to: string }> } | null };

export type SaveDrawingMutationVariables = Exact<{
  input: SaveDrawingInput;
}>;


export type SaveDrawingMutation = { saveDrawing: { savedAt: string } };

export type SubmitDrawingMutationVariables = Exact<{
  input: SubmitDrawingInput;
}>;


export type SubmitDrawingMutation = { submitDrawing: { id: string, runs: Array<{ id: string }> } };

export type RegradeFragment = { id: string, status: RegradeStatus, createdAt: string, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> };

export type RequestRegradeMutationVariables = Exact<{
  runId: string | number;
  reason: string;
}>;


export type RequestRegradeMutation = { requestRegrade: { id: string, status: RegradeStatus, createdAt: string, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> } };

export type ReplyToRegradeRequestMutationVariables = Exact<{
  input: RegradeReplyInput;
}>;


export type ReplyToRegradeRequestMutation = { replyToRegradeRequest: { id: string, status: RegradeStatus, createdAt: string, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> } };

export type ReproductionFragment = { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> };

export type ReproduceRunMutationVariables = Exact<{
  runId: string | number;
}>;


export type ReproduceRunMutation = { reproduceRun: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } };

export type ResultReproductionFragment = { verdict: ReproductionVerdict | null, at: string };

export type ReproduceCredentialMutationVariables = Exact<{
  issuerSlug: string;
  id: string | number;
}>;


export type ReproduceCredentialMutation = { reproduceCredential: Array<{ verdict: ReproductionVerdict | null, at: string }> };

export type ReproductionsQueryVariables = Exact<{
  runId: string | number;
}>;


export type ReproductionsQuery = { run: { id: string, reproductions: Array<{ id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> }> } };

export type ReproductionEndedSubscriptionVariables = Exact<{
  runId: string | number;
}>;


export type ReproductionEndedSubscription = { runChanged: { id: string, status: RunStatus } };

export type RerunsQueryVariables = Exact<{
  assignmentSlug: string;
  cohortSlug: string;
}>;


export type RerunsQuery = { rerunVersions: Array<{ version: number, publishedAt: string, works: number, seconds: number }>, reruns: Array<{ id: string, status: RerunStatus, version: number, createdAt: string }> };

export type RerunWorkRowFragment = { id: string, student: string, originalRunId: string, runId: string | null, isSample: boolean, state: RerunWorkState, message: string | null, before: number, beforeLow: number, beforeHigh: number, wasPassed: boolean, after: number | null, afterLow: number | null, afterHigh: number | null, isPassed: boolean | null, credential: CredentialEffect | null };

export type RerunQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RerunQuery = { rerun: { id: string, status: RerunStatus, version: number, requestedBy: string, decidedBy: string | null, reason: string | null, createdAt: string, decidedAt: string | null, summary: { works: number, notStarted: number, underWay: number, scored: number, studentErrors: number, unfinished: number, committed: number, raised: number, lowered: number, newlyPassed: number, noLongerPassed: number, credentialsIssued: number, credentialsReissued: number, credentialsRevoked: number }, works: { nodes: Array<{ id: string, student: string, originalRunId: string, runId: string | null, isSample: boolean, state: RerunWorkState, message: string | null, before: number, beforeLow: number, beforeHigh: number, wasPassed: boolean, after: number | null, afterLow: number | null, afterHigh: number | null, isPassed: boolean | null, credential: CredentialEffect | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type RunRerunFragment = { originalRunId: string, runId: string, version: number, reason: string };

export type BeginRerunMutationVariables = Exact<{
  input: RerunInput;
}>;


export type BeginRerunMutation = { beginRerun: { id: string } };

export type ContinueRerunMutationVariables = Exact<{
  id: string | number;
}>;


export type ContinueRerunMutation = { continueRerun: { id: string, status: RerunStatus } };

export type CommitRerunMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type CommitRerunMutation = { commitRerun: { id: string, status: RerunStatus } };

export type DiscardRerunMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardRerunMutation = { discardRerun: { id: string, status: RerunStatus } };

export type ReviewPolicyFieldsFragment = { gradersPerRun: number, isAnonymous: boolean, isHeld: boolean };

export type ReviewQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewQueuesQuery = { reviewQueues: Array<{ total: number, finished: number, mine: number, assignment: { id: string, slug: string, title: string }, policy: { gradersPerRun: number, isAnonymous: boolean, isHeld: boolean } }> };

export type ReviewItemFieldsFragment = { runId: string, student: string, submittedAt: string, automatic: number, points: number, graders: Array<string>, finished: number, mine: ReviewState };

export type ReviewQueueQueryVariables = Exact<{
  slug: string;
  filter: ReviewFilter;
  after?: string | null | undefined;
}>;


export type ReviewQueueQuery = { firstToReview: string | null, reviewQueues: Array<{ total: number, finished: number, mine: number, assignment: { id: string, slug: string, title: string }, policy: { gradersPerRun: number, isAnonymous: boolean, isHeld: boolean } }>, reviewQueue: { nodes: Array<{ runId: string, student: string, submittedAt: string, automatic: number, points: number, graders: Array<string>, finished: number, mine: ReviewState }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviewSettingsQueryVariables = Exact<{
  slug: string;
}>;


export type ReviewSettingsQuery = { graders: Array<{ id: string, name: string }>, reviewAgreement: Array<{ criterionKey: string, title: string, n: number, observed: number, kappa: number | null }> };

export type ReviewStateFragment = { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> };

export type ReviewQueryVariables = Exact<{
  runId: string | number;
}>;


export type ReviewQuery = { review: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, files: Array<{ path: string, size: number, text: string | null }>, place: { position: number, total: number, previousRunId: string | null, nextRunId: string | null, nextWaitingRunId: string | null } | null, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type SavedCommentsQueryVariables = Exact<{
  slug: string;
}>;


export type SavedCommentsQuery = { savedComments: Array<{ id: string, text: string }> };

export type GradeCriterionMutationVariables = Exact<{
  input: GradeCriterionInput;
}>;


export type GradeCriterionMutation = { gradeCriterion: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type FinishReviewMutationVariables = Exact<{
  runId: string | number;
}>;


export type FinishReviewMutation = { finishReview: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type ReopenReviewMutationVariables = Exact<{
  runId: string | number;
}>;


export type ReopenReviewMutation = { reopenReview: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type AddReviewCommentMutationVariables = Exact<{
  input: ReviewCommentInput;
}>;


export type AddReviewCommentMutation = { addReviewComment: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type DeleteReviewCommentMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteReviewCommentMutation = { deleteReviewComment: { runId: string, student: string, submittedAt: string, automatic: number, preview: number, state: ReviewState, assignmentSlug: string, assignmentTitle: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null, criteria: Array<{ id: string, key: string, title: string, workflowStep: WorkflowStep, weight: number, isRequired: boolean, points: number | null, comment: string, levels: Array<{ points: number, label: string, description: string }> }>, comments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }> } };

export type SaveCommentMutationVariables = Exact<{
  slug: string;
  text: string;
}>;


export type SaveCommentMutation = { saveComment: { id: string, text: string } };

export type DeleteSavedCommentMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteSavedCommentMutation = { deleteSavedComment: boolean };

export type SetReviewPolicyMutationVariables = Exact<{
  slug: string;
  policy: ReviewPolicyInput;
}>;


export type SetReviewPolicyMutation = { setReviewPolicy: { gradersPerRun: number, isAnonymous: boolean, isHeld: boolean } };

export type ShareReviewsMutationVariables = Exact<{
  slug: string;
  graderIds: Array<string | number> | string | number;
}>;


export type ShareReviewsMutation = { shareReviews: number };

export type RunReviewQueryVariables = Exact<{
  id: string | number;
}>;


export type RunReviewQuery = { run: { id: string, reviewComments: Array<{ id: string, author: string, isViewer: boolean, file: string | null, line: number | null, text: string, createdAt: string }>, score: { id: string, lateness: { daysLate: number, lateDaysSpent: number, factor: number } | null } | null } };

export type AssignmentLineFragment = { id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean };

export type RoadmapQueryVariables = Exact<{ [key: string]: never; }>;


export type RoadmapQuery = { track: { id: string, slug: string, title: string, summary: string, skills: Array<{ skill: Skill, title: string, description: string, evidencePoints: number | null, evidenceCount: number, evidence: Array<{ criterion: string, points: number, weight: number, assignmentTitle: string, runId: string }> }>, workflow: Array<{ step: WorkflowStep, position: number, title: string, description: string }>, diagrams: Array<{ id: string, slug: string, title: string, summary: string, nodes: Array<{ key: string, label: string }>, edges: Array<{ from: string, to: string }> }>, stages: Array<{ id: string, slug: string, position: number, title: string, goal: string, unlocks: string, progress: StageProgress, lessons: Array<{ id: string, slug: string, title: string, minutes: number }>, assignments: Array<{ id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean }> }> } };

export type StageQueryVariables = Exact<{
  slug: string;
}>;


export type StageQuery = { stage: { id: string, slug: string, position: number, title: string, goal: string, unlocks: string, overview: string, progress: StageProgress, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }>, lessons: Array<{ id: string, slug: string, title: string, summary: string, minutes: number }>, assignments: Array<{ id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean }> } };

export type RubricCriterionFieldsFragment = { key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> };

export type RubricQueryVariables = Exact<{
  slug: string;
}>;


export type RubricQuery = { rubric: { assignmentSlug: string, assignmentTitle: string, assignmentVersion: number, version: number, reason: string | null, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> }> } };

export type RubricImpactQueryVariables = Exact<{
  input: RubricInput;
}>;


export type RubricImpactQuery = { rubricImpact: { runs: number, raised: number, lowered: number, newlyPassed: number, noLongerPassed: number, judgedAgain: number, credentials: number, histogram: Array<number>, changes: Array<{ runId: string, student: string, before: number, after: number, wasPassed: boolean, isPassed: boolean }> } };

export type ReviseRubricMutationVariables = Exact<{
  input: RubricInput;
  reason: string;
}>;


export type ReviseRubricMutation = { reviseRubric: { version: number } };

export type RunLineFragment = { id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, submission: { id: string, fileName: string, archiveDigest: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null };

export type RunsQueryVariables = Exact<{
  assignmentSlug?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsQuery = { runs: { edges: Array<{ cursor: string, node: { id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, submission: { id: string, fileName: string, archiveDigest: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeclaredFragment = { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null };

export type RunStateFragment = { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null };

export type RunQueryVariables = Exact<{
  id: string | number;
}>;


export type RunQuery = { run: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, rerun: { originalRunId: string, runId: string, version: number, reason: string } | null, assignment: { id: string, slug: string, title: string, stage: { id: string, slug: string, title: string } }, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

export type LogLineFragment = { sequence: number, attempt: number, phase: PhaseName, text: string };

export type CancelRunMutationVariables = Exact<{
  runId: string | number;
}>;


export type CancelRunMutation = { cancelRun: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

export type RunChangedSubscriptionVariables = Exact<{
  runId: string | number;
}>;


export type RunChangedSubscription = { runChanged: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

export type RunLogAppendedSubscriptionVariables = Exact<{
  runId: string | number;
  afterSequence?: number | null | undefined;
}>;


export type RunLogAppendedSubscription = { runLogAppended: Array<{ sequence: number, attempt: number, phase: PhaseName, text: string }> };

export type ScoreQueryVariables = Exact<{
  id: string | number;
}>;


export type ScoreQuery = { run: { id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, finishedAt: string | null, isCounted: boolean, submission: { id: string }, rerun: { originalRunId: string, runId: string, version: number, reason: string } | null, credentials: Array<{ id: string, title: string, isOfStage: boolean, runId: string | null, assurance: Assurance, status: CredentialStatus, issuedAt: string, revokedAt: string | null, revokedReason: string | null, isShared: boolean, address: string, reproductions: Array<{ verdict: ReproductionVerdict | null, at: string }> }>, student: { id: string, name: string }, assignment: { id: string, slug: string, title: string, stage: { id: string, slug: string, title: string }, version: { id: string, criteria: Array<{ key: string, metrics: Array<string> }>, metrics: Array<{ name: string, label: string, direction: MetricDirection, unit: string, isGraded: boolean, naive: number | null, simple: number | null, strong: number | null }> } | null }, metrics: Array<{ name: string, label: string, split: SplitName, value: number, low: number, high: number, n: number, direction: MetricDirection, unit: string, isGraded: boolean }>, score: { id: string, split: SplitName, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean, anchorsSource: string, createdAt: string, criteria: Array<{ key: string, title: string, workflowStep: WorkflowStep, mode: CriterionMode, points: number | null, low: number | null, high: number | null, weight: number, countedWeight: number, note: string | null, advice: string, skills: Array<Skill> }>, gates: Array<{ key: string, status: string, value: number | null, limit: number | null, message: string }>, findings: Array<{ key: string, severity: string, message: string }>, slices: Array<{ attribute: string, group: string, n: number, positives: number, metrics: Array<{ name: string, value: number, low: number, high: number }> }>, plots: Array<{ key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> }>, ladder: { isReleased: boolean, shownPoints: number, shownRunId: string, message: string } | null } | null, receipt: { digest: string, envelopeDigest: string | null } | null, validationGaps: Array<{ metric: string, label: string | null, direction: MetricDirection | null, claimed: number, hidden: number | null, low: number | null, high: number | null, verdict: ValidationVerdict }>, regradeRequests: Array<{ id: string, status: RegradeStatus, createdAt: string, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> }>, reproductions: Array<{ id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> }>, earlierRuns: Array<{ id: string, fileName: string, queuedAt: string, value: number }>, comparison: { verdict: ComparisonVerdict, difference: number | null, low: number | null, high: number | null, earlier: { id: string, fileName: string, queuedAt: string, value: number } } | null } };

export type ScorePlotFragment = { key: string, title: string, kind: string, source: string, xLabel: string, yLabel: string, xDomain: Array<number> | null, yDomain: Array<number> | null, note: string | null, drawing: { nodes: Array<{ key: string, label: string, mark: DrawingMark }>, edges: Array<{ from: string, to: string, mark: DrawingMark }> } | null, series: Array<{ name: string, role: string, points: Array<{ x: number | null, label: string | null, y: number, low: number | null, high: number | null, n: number | null, image: string | null }> }> };

export type EarlierFragment = { id: string, fileName: string, queuedAt: string, value: number };

export type ComparisonFragment = { verdict: ComparisonVerdict, difference: number | null, low: number | null, high: number | null, earlier: { id: string, fileName: string, queuedAt: string, value: number } };

export type ComparisonQueryVariables = Exact<{
  id: string | number;
  earlierRunId: string | number;
}>;


export type ComparisonQuery = { run: { id: string, comparison: { verdict: ComparisonVerdict, difference: number | null, low: number | null, high: number | null, earlier: { id: string, fileName: string, queuedAt: string, value: number } } | null } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { hasSecondFactor: boolean, apiKeys: Array<{ id: string, name: string, start: string, createdAt: string, lastUsedAt: string | null, expiresAt: string | null }>, passkeys: Array<{ id: string, name: string, createdAt: string | null }>, sessions: Array<{ id: string, createdAt: string, userAgent: string | null, isCurrent: boolean }> };

export type OwnDataExportsLeftQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnDataExportsLeftQuery = { ownDataExportsLeft: number };

export type DeleteAccountMutationVariables = Exact<{
  password: string;
}>;


export type DeleteAccountMutation = { deleteAccount: boolean };

export type CreateApiKeyMutationVariables = Exact<{
  name: string;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string, apiKey: { id: string, name: string, start: string, createdAt: string } } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

export type RemovePasskeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePasskeyMutation = { removePasskey: boolean };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession: boolean };

export type SimilarityStudentFieldsFragment = { key: string, name: string, isEarlier: boolean };

export type SimilarityPairFieldsFragment = { id: string, similarity: number, leftShare: number, rightShare: number, matchedLines: number, left: { key: string, name: string, isEarlier: boolean }, right: { key: string, name: string, isEarlier: boolean } };

export type SimilarityReportsQueryVariables = Exact<{
  assignmentSlug: string;
  cohortSlug: string;
}>;


export type SimilarityReportsQuery = { similarityReports: Array<{ id: string, status: SimilarityStatus, includesEarlier: boolean, createdAt: string }> };

export type SimilarityReportQueryVariables = Exact<{
  id: string | number;
  least: number;
  after?: string | null | undefined;
}>;


export type SimilarityReportQuery = { similarityReport: { id: string, status: SimilarityStatus, includesEarlier: boolean, worksRead: number, worksPlanned: number, leftOut: number, givenFiles: number, commonFingerprints: number, histogram: Array<number>, error: string | null, createdAt: string, finishedAt: string | null, counts: { works: number, students: number, earlierStudents: number, tooShort: number }, pairs: { nodes: Array<{ id: string, similarity: number, leftShare: number, rightShare: number, matchedLines: number, left: { key: string, name: string, isEarlier: boolean }, right: { key: string, name: string, isEarlier: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, clusters: Array<{ students: Array<{ key: string, name: string, isEarlier: boolean }>, pairs: Array<{ id: string, similarity: number, leftShare: number, rightShare: number, matchedLines: number, left: { key: string, name: string, isEarlier: boolean }, right: { key: string, name: string, isEarlier: boolean } }> }> } };

export type ComparedWorkFieldsFragment = { runId: string | null, submittedAt: string, files: Array<{ path: string, text: string }> };

export type SimilarityPairQueryVariables = Exact<{
  id: string | number;
}>;


export type SimilarityPairQuery = { similarityPair: { reportId: string, cohortSlug: string, pair: { id: string, similarity: number, leftShare: number, rightShare: number, matchedLines: number, left: { key: string, name: string, isEarlier: boolean }, right: { key: string, name: string, isEarlier: boolean } }, left: { runId: string | null, submittedAt: string, files: Array<{ path: string, text: string }> }, right: { runId: string | null, submittedAt: string, files: Array<{ path: string, text: string }> }, matches: Array<{ left: { file: number, from: number, to: number }, right: { file: number, from: number, to: number } }> } };

export type CompareSubmissionsMutationVariables = Exact<{
  input: CompareSubmissionsInput;
}>;


export type CompareSubmissionsMutation = { compareSubmissions: { id: string } };

export type EmailDomainRowFragment = { id: string, domain: string, recordName: string, recordValue: string, provenAt: string | null };

export type SingleSignOnQueryVariables = Exact<{ [key: string]: never; }>;


export type SingleSignOnQuery = { singleSignOn: { redirectUri: string, signInUrl: string, provider: { issuer: string, clientId: string, joinsAsStudent: boolean } | null, domains: Array<{ id: string, domain: string, recordName: string, recordValue: string, provenAt: string | null }> } };

export type SignInOrganizationQueryVariables = Exact<{
  slug: string;
}>;


export type SignInOrganizationQuery = { signInOrganization: { slug: string, name: string } | null };

export type SignInOrganizationsQueryVariables = Exact<{
  email: string;
}>;


export type SignInOrganizationsQuery = { signInOrganizations: Array<{ slug: string, name: string }> };

export type SetSingleSignOnMutationVariables = Exact<{
  input: SingleSignOnInput;
}>;


export type SetSingleSignOnMutation = { setSingleSignOn: { issuer: string, clientId: string, joinsAsStudent: boolean } };

export type RemoveSingleSignOnMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSingleSignOnMutation = { removeSingleSignOn: boolean };

export type AddEmailDomainMutationVariables = Exact<{
  domain: string;
}>;


export type AddEmailDomainMutation = { addEmailDomain: { id: string, domain: string, recordName: string, recordValue: string, provenAt: string | null } };

export type ProveEmailDomainMutationVariables = Exact<{
  id: string | number;
}>;


export type ProveEmailDomainMutation = { proveEmailDomain: { id: string, domain: string, recordName: string, recordValue: string, provenAt: string | null } };

export type RemoveEmailDomainMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveEmailDomainMutation = { removeEmailDomain: boolean };

export type SubmitMutationVariables = Exact<{
  input: SubmitInput;
}>;


export type SubmitMutation = { submit: { id: string, archiveDigest: string, archiveBytes: number, fileName: string, runs: Array<{ id: string }> } };

export type SubmitFromGitMutationVariables = Exact<{
  input: GitSubmitInput;
}>;


export type SubmitFromGitMutation = { submitFromGit: { id: string, archiveDigest: string, archiveBytes: number, fileName: string, runs: Array<{ id: string }> } };

export type TeamFieldsFragment = { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> };

export type TeamsQueryVariables = Exact<{
  assignmentSlug: string;
  cohortId: string | number;
}>;


export type TeamsQuery = { teams: Array<{ id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> }> };

export type FormTeamMutationVariables = Exact<{
  assignmentSlug: string;
  name: string;
}>;


export type FormTeamMutation = { formTeam: { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> } };

export type JoinTeamMutationVariables = Exact<{
  assignmentSlug: string;
  code: string;
}>;


export type JoinTeamMutation = { joinTeam: { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> } };

export type LeaveTeamMutationVariables = Exact<{
  assignmentSlug: string;
}>;


export type LeaveTeamMutation = { leaveTeam: boolean };

export type ChangeTeamMutationVariables = Exact<{
  input: TeamChangeInput;
}>;


export type ChangeTeamMutation = { changeTeam: { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, isOperator: boolean, impersonatedUntil: string | null, opensOneOrganization: boolean, organization: { id: string, slug: string, name: string } | null, memberships: Array<{ id: string, role: Role, organization: { id: string, slug: string, name: string } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AnnouncementFieldsFragmentDoc = new TypedDocumentString(`
    fragment AnnouncementFields on Announcement {
  id
  title
  text
  cohortName
  author
  createdAt
}
    `, {"fragmentName":"AnnouncementFields"}) as unknown as TypedDocumentString<AnnouncementFieldsFragment, unknown>;
export const PolicyFragmentDoc = new TypedDocumentString(`
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}
    `, {"fragmentName":"Policy"}) as unknown as TypedDocumentString<PolicyFragment, unknown>;
export const AuditRowFragmentDoc = new TypedDocumentString(`
    fragment AuditRow on AuditEvent {
  id
  actor {
    id
    name
  }
  action
  subjectType
  subjectId
  detail {
    name
    value
  }
  createdAt
}
    `, {"fragmentName":"AuditRow"}) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const DraftSettingsFieldsFragmentDoc = new TypedDocumentString(`
    fragment DraftSettingsFields on AssignmentDraftSettings {
  template
  target
  positive
  id
  group
  time
  sensitive
  splitRule
  samplePercent
  publicPercent
  privatePercent
  title
  slug
  summary
  brief
  stage
  weights {
    key
    weight
  }
  passMark
  practicePerDay
  certification
  maxTeamSize
  opensAt
  dueAt
  closesAt
  lateDays
  latePercent
  trainSeconds
  trainMemoryMib
  licence
  origin
  personalData
  mayBeShown
}
    `, {"fragmentName":"DraftSettingsFields"}) as unknown as TypedDocumentString<DraftSettingsFieldsFragment, unknown>;
export const ProblemFieldsFragmentDoc = new TypedDocumentString(`
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
    `, {"fragmentName":"ProblemFields"}) as unknown as TypedDocumentString<ProblemFieldsFragment, unknown>;
export const DraftImportFieldsFragmentDoc = new TypedDocumentString(`
    fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}`, {"fragmentName":"DraftImportFields"}) as unknown as TypedDocumentString<DraftImportFieldsFragment, unknown>;
export const DatesFieldsFragmentDoc = new TypedDocumentString(`
    fragment DatesFields on AssignmentDates {
  assignment {
    id
    slug
    title
  }
  opensAt
  dueAt
  closesAt
  latePolicy {
    perDayPenalty
    maxDays
  }
}
    `, {"fragmentName":"DatesFields"}) as unknown as TypedDocumentString<DatesFieldsFragment, unknown>;
export const EnrolledStudentFieldsFragmentDoc = new TypedDocumentString(`
    fragment EnrolledStudentFields on EnrolledStudent {
  enrollmentId
  studentId
  name
  lateDaysLeft
  extensions {
    assignmentId
    dueAt
    extraCertifications
    reason
    grantedBy
  }
}
    `, {"fragmentName":"EnrolledStudentFields"}) as unknown as TypedDocumentString<EnrolledStudentFieldsFragment, unknown>;
export const ResultReproductionFragmentDoc = new TypedDocumentString(`
    fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
    `, {"fragmentName":"ResultReproduction"}) as unknown as TypedDocumentString<ResultReproductionFragment, unknown>;
export const CredentialCardFragmentDoc = new TypedDocumentString(`
    fragment CredentialCard on Credential {
  id
  title
  isOfStage
  runId
  assurance
  status
  issuedAt
  revokedAt
  revokedReason
  isShared
  address
  reproductions {
    ...ResultReproduction
  }
}
    fragment ResultReproduction on ResultReproduction {
  verdict
  at
}`, {"fragmentName":"CredentialCard"}) as unknown as TypedDocumentString<CredentialCardFragment, unknown>;
export const FleetWorkerFragmentDoc = new TypedDocumentString(`
    fragment FleetWorker on Worker {
  id
  hostname
  labels
  concurrency
  running
  state
  seenAt
  engine {
    version
    containers
    gpus
    gpuProblem
  }
}
    `, {"fragmentName":"FleetWorker"}) as unknown as TypedDocumentString<FleetWorkerFragment, unknown>;
export const FleetRunRowFragmentDoc = new TypedDocumentString(`
    fragment FleetRunRow on FleetRun {
  id
  organizationName
  kind
  status
  lane
  workerId
  attempt
  phase
  queuedAt
  stuck
}
    `, {"fragmentName":"FleetRunRow"}) as unknown as TypedDocumentString<FleetRunRowFragment, unknown>;
export const GradedAssignmentFieldsFragmentDoc = new TypedDocumentString(`
    fragment GradedAssignmentFields on GradedAssignment {
  id
  slug
  title
  isHeld
  certified
}
    `, {"fragmentName":"GradedAssignmentFields"}) as unknown as TypedDocumentString<GradedAssignmentFieldsFragment, unknown>;
export const CandidateCardFragmentDoc = new TypedDocumentString(`
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
    `, {"fragmentName":"CandidateCard"}) as unknown as TypedDocumentString<CandidateCardFragment, unknown>;
export const ShortlistRowFragmentDoc = new TypedDocumentString(`
    fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}`, {"fragmentName":"ShortlistRow"}) as unknown as TypedDocumentString<ShortlistRowFragment, unknown>;
export const SentRequestFragmentDoc = new TypedDocumentString(`
    fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}
    `, {"fragmentName":"SentRequest"}) as unknown as TypedDocumentString<SentRequestFragment, unknown>;
export const AuthoredLessonDetailFieldsFragmentDoc = new TypedDocumentString(`
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}
    `, {"fragmentName":"AuthoredLessonDetailFields"}) as unknown as TypedDocumentString<AuthoredLessonDetailFieldsFragment, unknown>;
export const LtiToolFieldsFragmentDoc = new TypedDocumentString(`
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}
    `, {"fragmentName":"LtiToolFields"}) as unknown as TypedDocumentString<LtiToolFieldsFragment, unknown>;
export const NotificationRowFragmentDoc = new TypedDocumentString(`
    fragment NotificationRow on Notification {
  id
  kind
  assignmentSlug
  title
  runId
  createdAt
  isRead
}
    `, {"fragmentName":"NotificationRow"}) as unknown as TypedDocumentString<NotificationRowFragment, unknown>;
export const MemberFragmentDoc = new TypedDocumentString(`
    fragment Member on Member {
  id
  name
  role
  joinedAt
  isViewer
}
    `, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
export const OwnPortfolioFragmentDoc = new TypedDocumentString(`
    fragment OwnPortfolio on Portfolio {
  id
  slug
  headline
  pseudonym
  location
  isRemote
  isPublic
  searchableSince
  items {
    submissionId
    caseStudy
    showsMetrics
    showsPercentile
    showsComments
    showsFigures
    showsModelCard
    showsCode
    showsCriteria
  }
}
    `, {"fragmentName":"OwnPortfolio"}) as unknown as TypedDocumentString<OwnPortfolioFragment, unknown>;
export const OwnShareLinkFragmentDoc = new TypedDocumentString(`
    fragment OwnShareLink on ShareLink {
  id
  label
  hasPasscode
  createdAt
  expiresAt
  revokedAt
  viewCount
  views
}
    `, {"fragmentName":"OwnShareLink"}) as unknown as TypedDocumentString<OwnShareLinkFragment, unknown>;
export const ReceivedRequestFragmentDoc = new TypedDocumentString(`
    fragment ReceivedRequest on ReceivedContactRequest {
  id
  managerName
  organizationName
  message
  status
  createdAt
}
    `, {"fragmentName":"ReceivedRequest"}) as unknown as TypedDocumentString<ReceivedRequestFragment, unknown>;
export const ScorePlotFragmentDoc = new TypedDocumentString(`
    fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}
    `, {"fragmentName":"ScorePlot"}) as unknown as TypedDocumentString<ScorePlotFragment, unknown>;
export const ShownPortfolioFragmentDoc = new TypedDocumentString(`
    fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
    fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"fragmentName":"ShownPortfolio"}) as unknown as TypedDocumentString<ShownPortfolioFragment, unknown>;
export const QuotaUseFragmentDoc = new TypedDocumentString(`
    fragment QuotaUse on QuotaState {
  what
  limit
  used
}
    `, {"fragmentName":"QuotaUse"}) as unknown as TypedDocumentString<QuotaUseFragment, unknown>;
export const QuotaRowFragmentDoc = new TypedDocumentString(`
    fragment QuotaRow on Quota {
  id
  scope
  name
  runsPerDay
  cpuSeconds
  gpuSeconds
  storageBytes
  parallelRuns
  expiresAt
  isExpired
  reason
}
    `, {"fragmentName":"QuotaRow"}) as unknown as TypedDocumentString<QuotaRowFragment, unknown>;
export const RegradeFragmentDoc = new TypedDocumentString(`
    fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}
    `, {"fragmentName":"Regrade"}) as unknown as TypedDocumentString<RegradeFragment, unknown>;
export const RerunWorkRowFragmentDoc = new TypedDocumentString(`
    fragment RerunWorkRow on RerunWork {
  id
  student
  originalRunId
  runId
  isSample
  state
  message
  before
  beforeLow
  beforeHigh
  wasPassed
  after
  afterLow
  afterHigh
  isPassed
  credential
}
    `, {"fragmentName":"RerunWorkRow"}) as unknown as TypedDocumentString<RerunWorkRowFragment, unknown>;
export const RunRerunFragmentDoc = new TypedDocumentString(`
    fragment RunRerun on RerunOfRun {
  originalRunId
  runId
  version
  reason
}
    `, {"fragmentName":"RunRerun"}) as unknown as TypedDocumentString<RunRerunFragment, unknown>;
export const ReviewPolicyFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}
    `, {"fragmentName":"ReviewPolicyFields"}) as unknown as TypedDocumentString<ReviewPolicyFieldsFragment, unknown>;
export const ReviewItemFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReviewItemFields on ReviewItem {
  runId
  student
  submittedAt
  automatic
  points
  graders
  finished
  mine
}
    `, {"fragmentName":"ReviewItemFields"}) as unknown as TypedDocumentString<ReviewItemFieldsFragment, unknown>;
export const DeclaredFragmentDoc = new TypedDocumentString(`
    fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}
    `, {"fragmentName":"Declared"}) as unknown as TypedDocumentString<DeclaredFragment, unknown>;
export const ReviewStateFragmentDoc = new TypedDocumentString(`
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
    fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"fragmentName":"ReviewState"}) as unknown as TypedDocumentString<ReviewStateFragment, unknown>;
export const AssignmentLineFragmentDoc = new TypedDocumentString(`
    fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}
    `, {"fragmentName":"AssignmentLine"}) as unknown as TypedDocumentString<AssignmentLineFragment, unknown>;
export const RubricCriterionFieldsFragmentDoc = new TypedDocumentString(`
    fragment RubricCriterionFields on RubricCriterion {
  key
  title
  description
  workflowStep
  mode
  weight
  isRequired
  skills
  advice
  levels {
    points
    label
    description
  }
}
    `, {"fragmentName":"RubricCriterionFields"}) as unknown as TypedDocumentString<RubricCriterionFieldsFragment, unknown>;
export const RunLineFragmentDoc = new TypedDocumentString(`
    fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
    `, {"fragmentName":"RunLine"}) as unknown as TypedDocumentString<RunLineFragment, unknown>;
export const ReproductionFragmentDoc = new TypedDocumentString(`
    fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
    `, {"fragmentName":"Reproduction"}) as unknown as TypedDocumentString<ReproductionFragment, unknown>;
export const ArtifactFragmentDoc = new TypedDocumentString(`
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
}
    `, {"fragmentName":"Artifact"}) as unknown as TypedDocumentString<ArtifactFragment, unknown>;
export const RunStateFragmentDoc = new TypedDocumentString(`
    fragment RunState on Run {
  ...RunLine
  errorDetail {
    phase
    file
    line
    rule
  }
  seed
  attempt
  cpuSeconds
  queue {
    position
    etaSeconds
  }
  phases {
    id
    name
    label
    status
    attempt
    position
    limitSeconds
    startedAt
    endedAt
    wallMs
    cpuSeconds
    maxRssBytes
  }
  phaseLimits {
    phase
    memoryBytes
  }
  submission {
    id
    fileName
    archiveDigest
    archiveBytes
    gitCommit
    createdAt
    declaration {
      ...Declared
    }
  }
  receipt {
    digest
    statement
  }
  images {
    name
    id
    packageCount
  }
  reproduction {
    ...Reproduction
  }
  artifacts {
    ...Artifact
  }
}
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"fragmentName":"RunState"}) as unknown as TypedDocumentString<RunStateFragment, unknown>;
export const LogLineFragmentDoc = new TypedDocumentString(`
    fragment LogLine on LogChunk {
  sequence
  attempt
  phase
  text
}
    `, {"fragmentName":"LogLine"}) as unknown as TypedDocumentString<LogLineFragment, unknown>;
export const EarlierFragmentDoc = new TypedDocumentString(`
    fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}
    `, {"fragmentName":"Earlier"}) as unknown as TypedDocumentString<EarlierFragment, unknown>;
export const ComparisonFragmentDoc = new TypedDocumentString(`
    fragment Comparison on ScoreComparison {
  earlier {
    ...Earlier
  }
  verdict
  difference
  low
  high
}
    fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}`, {"fragmentName":"Comparison"}) as unknown as TypedDocumentString<ComparisonFragment, unknown>;
export const SimilarityStudentFieldsFragmentDoc = new TypedDocumentString(`
    fragment SimilarityStudentFields on SimilarityStudent {
  key
  name
  isEarlier
}
    `, {"fragmentName":"SimilarityStudentFields"}) as unknown as TypedDocumentString<SimilarityStudentFieldsFragment, unknown>;
export const SimilarityPairFieldsFragmentDoc = new TypedDocumentString(`
    fragment SimilarityPairFields on SimilarityPair {
  id
  left {
    ...SimilarityStudentFields
  }
  right {
    ...SimilarityStudentFields
  }
  similarity
  leftShare
  rightShare
  matchedLines
}
    fragment SimilarityStudentFields on SimilarityStudent {
  key
  name
  isEarlier
}`, {"fragmentName":"SimilarityPairFields"}) as unknown as TypedDocumentString<SimilarityPairFieldsFragment, unknown>;
export const ComparedWorkFieldsFragmentDoc = new TypedDocumentString(`
    fragment ComparedWorkFields on ComparedWork {
  runId
  submittedAt
  files {
    path
    text
  }
}
    `, {"fragmentName":"ComparedWorkFields"}) as unknown as TypedDocumentString<ComparedWorkFieldsFragment, unknown>;
export const EmailDomainRowFragmentDoc = new TypedDocumentString(`
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}
    `, {"fragmentName":"EmailDomainRow"}) as unknown as TypedDocumentString<EmailDomainRowFragment, unknown>;
export const TeamFieldsFragmentDoc = new TypedDocumentString(`
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}
    `, {"fragmentName":"TeamFields"}) as unknown as TypedDocumentString<TeamFieldsFragment, unknown>;
export const CohortAnalyticsDocument = new TypedDocumentString(`
    query CohortAnalytics($slug: String!) {
  cohortAnalytics(slug: $slug) {
    cohort {
      id
      slug
      name
    }
    students
    attempts
    stages {
      id
      slug
      title
      passed
      inProgress
      notStarted
    }
    assignments {
      id
      slug
      title
      tried
      certified
      passed
      quartiles
      histogram
      attemptsToPass
      attemptsToPassMost
      feedbackSeconds
      feedbackSecondsSlow
      reviewSeconds
    }
    failures {
      assignmentSlug
      assignmentTitle
      phase
      reason
      message
      attempts
      students
    }
    skills {
      studentId
      name
      mean
      skills {
        skill
        points
      }
    }
    atRisk {
      studentId
      name
      risks {
        reason
        assignmentTitle
        since
      }
    }
    weakSlices {
      assignmentSlug
      assignmentTitle
      attribute
      group
      metric
      students
      shareWorse
      shareClearlyWorse
      slice
      overall
    }
  }
}
    `, {"documentId":"sha256:8ba207ffe7b153f12d0874f4b93a6ec65ccfd2b7d523e728ace123fbd4bf7abf"}) as unknown as TypedDocumentString<CohortAnalyticsQuery, CohortAnalyticsQueryVariables>;
export const CohortAnnouncementsDocument = new TypedDocumentString(`
    query CohortAnnouncements($slug: String!, $after: String) {
  cohortAnnouncements(slug: $slug, first: 20, after: $after) {
    nodes {
      ...AnnouncementFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  cohorts {
    id
    slug
    name
  }
}
    fragment AnnouncementFields on Announcement {
  id
  title
  text
  cohortName
  author
  createdAt
}`, {"documentId":"sha256:580d58bfff8d654c0b5e0d58e494d8b321b6db2d7c4d0e3e5b1ca27f5469b3e0"}) as unknown as TypedDocumentString<CohortAnnouncementsQuery, CohortAnnouncementsQueryVariables>;
export const AnnouncementsDocument = new TypedDocumentString(`
    query Announcements($after: String) {
  announcements(first: 20, after: $after) {
    nodes {
      ...AnnouncementFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AnnouncementFields on Announcement {
  id
  title
  text
  cohortName
  author
  createdAt
}`, {"documentId":"sha256:eb53e5df6278c64f1ce14dd0905325cda05c49d855be9df7fd5d889993760cee"}) as unknown as TypedDocumentString<AnnouncementsQuery, AnnouncementsQueryVariables>;
export const AnnounceDocument = new TypedDocumentString(`
    mutation Announce($input: AnnounceInput!) {
  announce(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:379ab4a4afb99596b68a6375775f767c310be312235c7c774b8636c5f920e71f"}) as unknown as TypedDocumentString<AnnounceMutation, AnnounceMutationVariables>;
export const AssignmentsDocument = new TypedDocumentString(`
    query Assignments {
  assignments {
    ...AssignmentLine
    stage {
      id
      slug
      position
      title
    }
    policy {
      ...Policy
    }
  }
}
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}
fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}`, {"documentId":"sha256:8b8952bec9e155b14c20829f00735b9837de7a1e52c7c751e8992b02a0c4ecb4"}) as unknown as TypedDocumentString<AssignmentsQuery, AssignmentsQueryVariables>;
export const AssignmentDocument = new TypedDocumentString(`
    query Assignment($slug: String!) {
  assignment(slug: $slug) {
    ...AssignmentLine
    stage {
      id
      slug
      position
      title
    }
    policy {
      ...Policy
    }
    teamwork {
      maxTeamSize
      team {
        ...TeamFields
      }
    }
    version {
      id
      version
      brief
      passMark
      integrityPolicy
      publishedAt
      commands {
        name
        isRequired
        isRequiredToCertify
        takesNotebook
      }
      diagram {
        picture
      }
      starterKitUrl
      publicDataUrl
      archiveLimits {
        archiveBytes
        unpackedBytes
        files
      }
      passChance {
        simple
        naive
      }
      criteria {
        key
        title
        description
        workflowStep
        mode
        weight
        isRequired
        skills
        advice
      }
      metrics {
        name
        label
        direction
        unit
        isGraded
        naive
        simple
        strong
      }
      limits {
        phase
        wallSeconds
        memoryBytes
        cpus
      }
      splits {
        name
        rows
        commitment
      }
      dataset {
        name
        licence
        origin
        personalData
        splitRule
      }
      dictionary {
        name
        type
        description
        profile {
          rows
          missing
          bins {
            low
            high
            label
            count
          }
        }
      }
      calibration {
        status
        splitsDone
        splitsPlanned
      }
    }
  }
}
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}
fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}
fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:3123092134df5268600b8f6df66f31d027bc2046d9a43b2eb8c23ebc87abfd3c"}) as unknown as TypedDocumentString<AssignmentQuery, AssignmentQueryVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($filter: AuditFilter, $after: String) {
  auditLog(filter: $filter, first: 50, after: $after) {
    events {
      ...AuditRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  auditSubjectTypes
}
    fragment AuditRow on AuditEvent {
  id
  actor {
    id
    name
  }
  action
  subjectType
  subjectId
  detail {
    name
    value
  }
  createdAt
}`, {"documentId":"sha256:5d3db960b45620c13203e4abacce6f0748168ce590787bad5f32df7423e3fe9b"}) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const AuditChainDocument = new TypedDocumentString(`
    query AuditChain($knownHash: String) {
  auditChain(knownHash: $knownHash) {
    events
    firstBrokenId
    head
    holdsKnownHash
  }
}
    `, {"documentId":"sha256:48e3fab6e8ee04da55762efe7740c30a70dc2ea72f8e3f33bc5576e230ba39c1"}) as unknown as TypedDocumentString<AuditChainQuery, AuditChainQueryVariables>;
export const AssignmentDraftsDocument = new TypedDocumentString(`
    query AssignmentDrafts {
  assignmentDrafts {
    id
    title
    slug
    fileName
    status
    updatedAt
  }
}
    `, {"documentId":"sha256:361484c5149bcedc078e88798dbb0b09e980fb65bce3bd33a5a776cde3c62cd9"}) as unknown as TypedDocumentString<AssignmentDraftsQuery, AssignmentDraftsQueryVariables>;
export const AssignmentDraftDocument = new TypedDocumentString(`
    query AssignmentDraft($id: ID!) {
  assignmentDraft(id: $id) {
    id
    fileName
    dataBytes
    status
    error
    updatedAt
    settings {
      ...DraftSettingsFields
    }
    problems {
      ...ProblemFields
    }
    newestImport {
      ...DraftImportFields
    }
    profile {
      table {
        rows
        copies
        columnCount
        comparedTargets
        columns {
          name
          kind
          isWhole
          missing
          distinct
          bins {
            low
            high
            label
            count
          }
        }
        determined {
          column
          target
          size
        }
      }
      templates {
        name
        stage
        splitRule
        samplePercent
        publicPercent
        privatePercent
        passMark
        practicePerDay
        certification
        maxTeamSize
        trainSeconds
        trainMemoryMib
        metrics {
          name
          label
          direction
          graded
        }
        criteria {
          key
          title
          mode
          weight
        }
      }
    }
  }
}
    fragment DraftSettingsFields on AssignmentDraftSettings {
  template
  target
  positive
  id
  group
  time
  sensitive
  splitRule
  samplePercent
  publicPercent
  privatePercent
  title
  slug
  summary
  brief
  stage
  weights {
    key
    weight
  }
  passMark
  practicePerDay
  certification
  maxTeamSize
  opensAt
  dueAt
  closesAt
  lateDays
  latePercent
  trainSeconds
  trainMemoryMib
  licence
  origin
  personalData
  mayBeShown
}
fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:4ae24b7464ceaca4b2f2d1bcca890d51cc2ca4c5c5b87814f728a4deaf515b5c"}) as unknown as TypedDocumentString<AssignmentDraftQuery, AssignmentDraftQueryVariables>;
export const DraftStagesDocument = new TypedDocumentString(`
    query DraftStages {
  track {
    stages {
      slug
      title
    }
  }
}
    `, {"documentId":"sha256:4979473815c5228230a323ef12190f8045cc75814312c7ca7a7aae56c7468bad"}) as unknown as TypedDocumentString<DraftStagesQuery, DraftStagesQueryVariables>;
export const BeginAssignmentDraftDocument = new TypedDocumentString(`
    mutation BeginAssignmentDraft($uploadId: ID!) {
  beginAssignmentDraft(uploadId: $uploadId) {
    id
  }
}
    `, {"documentId":"sha256:a2831042c0ab29dda8e7571d7c188b70fd826e626a821d574dc51eda2e0c7e3c"}) as unknown as TypedDocumentString<BeginAssignmentDraftMutation, BeginAssignmentDraftMutationVariables>;
export const SaveAssignmentDraftDocument = new TypedDocumentString(`
    mutation SaveAssignmentDraft($id: ID!, $settings: AssignmentDraftSettingsInput!) {
  saveAssignmentDraft(id: $id, settings: $settings) {
    id
    updatedAt
  }
}
    `, {"documentId":"sha256:0f68c18ee868cccb940851ed4c88cb8a68f31b774b3dd51902060942043e82f1"}) as unknown as TypedDocumentString<SaveAssignmentDraftMutation, SaveAssignmentDraftMutationVariables>;
export const CheckAssignmentDraftDocument = new TypedDocumentString(`
    mutation CheckAssignmentDraft($id: ID!) {
  checkAssignmentDraft(id: $id) {
    ...DraftImportFields
  }
}
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:ff6ce32dab63133e33346a39edf67e3530490789e46cf5b2d2be896729e7e474"}) as unknown as TypedDocumentString<CheckAssignmentDraftMutation, CheckAssignmentDraftMutationVariables>;
export const PublishAssignmentDraftDocument = new TypedDocumentString(`
    mutation PublishAssignmentDraft($id: ID!) {
  publishAssignmentDraft(id: $id) {
    ...DraftImportFields
  }
}
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:fe61c1aabcd991235900cb977667bdd8c2933be1db0f7e8034d5a94cfc504ed5"}) as unknown as TypedDocumentString<PublishAssignmentDraftMutation, PublishAssignmentDraftMutationVariables>;
export const DiscardAssignmentDraftDocument = new TypedDocumentString(`
    mutation DiscardAssignmentDraft($id: ID!) {
  discardAssignmentDraft(id: $id)
}
    `, {"documentId":"sha256:d89f94ebb5c6bd51d12097eb3e4395ec394bead2dca3d27f8646f083d39ddf59"}) as unknown as TypedDocumentString<DiscardAssignmentDraftMutation, DiscardAssignmentDraftMutationVariables>;
export const DraftImportChangedDocument = new TypedDocumentString(`
    subscription DraftImportChanged($id: ID!) {
  assignmentImportChanged(id: $id) {
    ...DraftImportFields
  }
}
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:fa7e0e6795cea6834200300dac81250f6f3ec715acba1ff0b5057cf303610a7b"}) as unknown as TypedDocumentString<DraftImportChangedSubscription, DraftImportChangedSubscriptionVariables>;
export const AssignmentCohortsDocument = new TypedDocumentString(`
    query AssignmentCohorts($slug: String!) {
  assignment(slug: $slug) {
    id
    slug
    title
  }
  cohorts {
    id
    slug
    name
  }
}
    `, {"documentId":"sha256:2959946cc8cb66bb5cf8a8e3f5cd066a5282cc884b430157792ac0f0cbe113f8"}) as unknown as TypedDocumentString<AssignmentCohortsQuery, AssignmentCohortsQueryVariables>;
export const CohortsDocument = new TypedDocumentString(`
    query Cohorts {
  cohorts {
    id
    slug
    name
  }
}
    `, {"documentId":"sha256:fbbf99082c5a7711cda2ddd71a8b3ed9759b46c62235b556a8a256824c749526"}) as unknown as TypedDocumentString<CohortsQuery, CohortsQueryVariables>;
export const CohortPlanDocument = new TypedDocumentString(`
    query CohortPlan($slug: String!, $after: String) {
  cohortPlan(slug: $slug, first: 50, after: $after) {
    cohort {
      id
      slug
      name
    }
    timeZone
    dates {
      ...DatesFields
    }
    students {
      nodes {
        ...EnrolledStudentFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DatesFields on AssignmentDates {
  assignment {
    id
    slug
    title
  }
  opensAt
  dueAt
  closesAt
  latePolicy {
    perDayPenalty
    maxDays
  }
}
fragment EnrolledStudentFields on EnrolledStudent {
  enrollmentId
  studentId
  name
  lateDaysLeft
  extensions {
    assignmentId
    dueAt
    extraCertifications
    reason
    grantedBy
  }
}`, {"documentId":"sha256:a58ebd8d2c6df3d58b1df09d434e93fe0aa3326818d48a7f7c3205d5c04552a7"}) as unknown as TypedDocumentString<CohortPlanQuery, CohortPlanQueryVariables>;
export const SetAssignmentDatesDocument = new TypedDocumentString(`
    mutation SetAssignmentDates($input: AssignmentDatesInput!) {
  setAssignmentDates(input: $input)
}
    `, {"documentId":"sha256:3d1aa86df53f8d52f38213cf094c70879b08950c52e302a7556c71a49584b7bc"}) as unknown as TypedDocumentString<SetAssignmentDatesMutation, SetAssignmentDatesMutationVariables>;
export const GrantExtensionDocument = new TypedDocumentString(`
    mutation GrantExtension($input: ExtensionInput!) {
  grantExtension(input: $input)
}
    `, {"documentId":"sha256:2034583b6a6a3fcf4587ce225686021bd71c6ec1a36a2f6b0f491a123f0b8f61"}) as unknown as TypedDocumentString<GrantExtensionMutation, GrantExtensionMutationVariables>;
export const SetLateDaysDocument = new TypedDocumentString(`
    mutation SetLateDays($input: LateDaysInput!) {
  setLateDays(input: $input)
}
    `, {"documentId":"sha256:c63d3cfb25ac9faab8e3c42fe771c4927e36caa2bc6af520a97fc10b461495d7"}) as unknown as TypedDocumentString<SetLateDaysMutation, SetLateDaysMutationVariables>;
export const MyCredentialsDocument = new TypedDocumentString(`
    query MyCredentials {
  myCredentials {
    ...CredentialCard
  }
}
    fragment CredentialCard on Credential {
  id
  title
  isOfStage
  runId
  assurance
  status
  issuedAt
  revokedAt
  revokedReason
  isShared
  address
  reproductions {
    ...ResultReproduction
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}`, {"documentId":"sha256:40bf7931a15818fc63548fbcc134a5565404850f3a0537eb9d18400c9be523cd"}) as unknown as TypedDocumentString<MyCredentialsQuery, MyCredentialsQueryVariables>;
export const ShareCredentialDocument = new TypedDocumentString(`
    mutation ShareCredential($id: ID!, $isShared: Boolean!) {
  shareCredential(id: $id, isShared: $isShared) {
    id
    isShared
  }
}
    `, {"documentId":"sha256:eab482b839b8899c422debd409318bfe7a34c147c5a192dd44991ff2640d1b98"}) as unknown as TypedDocumentString<ShareCredentialMutation, ShareCredentialMutationVariables>;
export const RevokeCredentialDocument = new TypedDocumentString(`
    mutation RevokeCredential($id: ID!, $reason: String!) {
  revokeCredential(id: $id, reason: $reason) {
    id
    status
  }
}
    `, {"documentId":"sha256:6732c285d7e1edf86b2dace0ede5beb51dc1b750c41c0a651e2499a582a05485"}) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const AssureSubmissionDocument = new TypedDocumentString(`
    mutation AssureSubmission($submissionId: ID!, $level: Assurance!, $note: String!) {
  assureSubmission(submissionId: $submissionId, level: $level, note: $note)
}
    `, {"documentId":"sha256:b871e1d0694471cf17e5183c1a7d777ab5b3703472a2a23912d487eb96466bf0"}) as unknown as TypedDocumentString<AssureSubmissionMutation, AssureSubmissionMutationVariables>;
export const IssuerDocument = new TypedDocumentString(`
    query Issuer {
  issuer {
    did
    isRotating
    keys {
      id
      publicKeyMultibase
      activeFrom
      retiredAt
      revokedAt
    }
  }
}
    `, {"documentId":"sha256:78efee2ce3051e1c770714cf46d797af11ff63f2c9927304ec5429cb5dc9745f"}) as unknown as TypedDocumentString<IssuerQuery, IssuerQueryVariables>;
export const RotateIssuerKeyDocument = new TypedDocumentString(`
    mutation RotateIssuerKey($isCompromised: Boolean!) {
  rotateIssuerKey(isCompromised: $isCompromised) {
    did
    isRotating
  }
}
    `, {"documentId":"sha256:2dea032e4adbb7a299fe5e61e7dc2bd144e0d99d918ccf79b3af472df114984e"}) as unknown as TypedDocumentString<RotateIssuerKeyMutation, RotateIssuerKeyMutationVariables>;
export const DiagramsDocument = new TypedDocumentString(`
    query Diagrams {
  track {
    id
    diagrams {
      id
      slug
      title
      summary
      nodes {
        key
        label
        hint
      }
      edges {
        from
        to
        label
      }
      redraw {
        id
        slug
        isPassed
        bestPoints
      }
    }
  }
}
    `, {"documentId":"sha256:7a9df4e9c20dc8b6355781b9ac70ecc843d4df482c7a9889a70f4f1f93551245"}) as unknown as TypedDocumentString<DiagramsQuery, DiagramsQueryVariables>;
export const FleetDocument = new TypedDocumentString(`
    query Fleet {
  fleet {
    isWhole
    workers {
      ...FleetWorker
    }
    queue {
      organizationId
      organizationName
      lane
      resource
      waiting
      waitingSeconds
      running
      oldestAt
    }
    runs {
      ...FleetRunRow
    }
    endings {
      what
      reason
      runs
      newestAt
    }
  }
}
    fragment FleetWorker on Worker {
  id
  hostname
  labels
  concurrency
  running
  state
  seenAt
  engine {
    version
    containers
    gpus
    gpuProblem
  }
}
fragment FleetRunRow on FleetRun {
  id
  organizationName
  kind
  status
  lane
  workerId
  attempt
  phase
  queuedAt
  stuck
}`, {"documentId":"sha256:2b9572e9f39b3e7b738c379dd825e620c5c98bca515bdc682bc57c846c32470f"}) as unknown as TypedDocumentString<FleetQuery, FleetQueryVariables>;
export const OrderWorkerDocument = new TypedDocumentString(`
    mutation OrderWorker($id: ID!, $order: WorkerOrder!) {
  orderWorker(id: $id, order: $order)
}
    `, {"documentId":"sha256:7b6fdaedb3a9f79cc4d91a201d03a12e58c7198d9dab8e883ced646b2f67805a"}) as unknown as TypedDocumentString<OrderWorkerMutation, OrderWorkerMutationVariables>;
export const EndRunDocument = new TypedDocumentString(`
    mutation EndRun($runId: ID!) {
  endRun(runId: $runId)
}
    `, {"documentId":"sha256:9a856f5cf00d1de55043b90777d27577726180adf76970c859a1c06955b3702d"}) as unknown as TypedDocumentString<EndRunMutation, EndRunMutationVariables>;
export const RequeueRunDocument = new TypedDocumentString(`
    mutation RequeueRun($runId: ID!) {
  requeueRun(runId: $runId)
}
    `, {"documentId":"sha256:eb442d98f2239c711b30c07d3e817f9ced8eca184f32547271b968dfd01a2421"}) as unknown as TypedDocumentString<RequeueRunMutation, RequeueRunMutationVariables>;
export const PaletteDocument = new TypedDocumentString(`
    query Palette {
  assignments {
    id
    slug
    title
    stage {
      id
      title
    }
  }
  track {
    id
    stages {
      id
      slug
      title
      lessons {
        id
        slug
        title
      }
    }
    diagrams {
      id
      slug
      title
    }
  }
  runs(first: 8) {
    edges {
      cursor
      node {
        id
        assignment {
          id
          title
        }
        submission {
          id
          fileName
        }
      }
    }
  }
}
    `, {"documentId":"sha256:a3ec2530c64cdf7890f4fe72d5fe14eefcb9119cf6844226083b9059aa01c388"}) as unknown as TypedDocumentString<PaletteQuery, PaletteQueryVariables>;
export const CohortGradesDocument = new TypedDocumentString(`
    query CohortGrades($slug: String!, $after: String) {
  cohortGrades(slug: $slug, first: 50, after: $after) {
    cohort {
      id
      slug
      name
    }
    assignments {
      ...GradedAssignmentFields
    }
    students {
      nodes {
        studentId
        name
        grades {
          assignmentId
          runId
          points
          isPassed
          isProvisional
          daysLate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment GradedAssignmentFields on GradedAssignment {
  id
  slug
  title
  isHeld
  certified
}`, {"documentId":"sha256:8626e484d206022114b7ba8a9f2fb098e80f6a95a96ccd14d78f69899dd1389c"}) as unknown as TypedDocumentString<CohortGradesQuery, CohortGradesQueryVariables>;
export const SetGradesHeldDocument = new TypedDocumentString(`
    mutation SetGradesHeld($input: GradesHeldInput!) {
  setGradesHeld(input: $input)
}
    `, {"documentId":"sha256:30beea62241f7b7d241b7577ca587ec04998424a8b07564305626c629c69e0f7"}) as unknown as TypedDocumentString<SetGradesHeldMutation, SetGradesHeldMutationVariables>;
export const CandidatesDocument = new TypedDocumentString(`
    query Candidates($filter: CandidateFilterInput!, $after: String) {
  candidates(filter: $filter, first: 20, after: $after) {
    candidates {
      ...CandidateCard
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  searchableProjects {
    slug
    title
    metrics {
      name
      label
      direction
    }
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}`, {"documentId":"sha256:21f1cf39529fb61312cbea518295961c81217c09e4ecaa061c7b8df4a9ca91e3"}) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;
export const CandidateDocument = new TypedDocumentString(`
    query Candidate($id: ID!) {
  candidate(id: $id) {
    ...ShownPortfolio
  }
  shortlist {
    ...ShortlistRow
  }
  sentContactRequests {
    ...SentRequest
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}
fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}
fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"documentId":"sha256:856119746b74fabefabdf2bc272f616e38d2e867ea69ca000cf1261d0c108f96"}) as unknown as TypedDocumentString<CandidateQuery, CandidateQueryVariables>;
export const CompareCandidatesDocument = new TypedDocumentString(`
    query CompareCandidates($ids: [ID!]!) {
  compareCandidates(ids: $ids) {
    candidates {
      id
      name
      headline
      issuerName
      skills {
        skill
        points
      }
    }
    projects {
      assignmentSlug
      assignmentTitle
      results {
        candidateId
        points
        low
        high
        verdict
        isPaired
      }
    }
  }
}
    `, {"documentId":"sha256:61f0e3ba2d4033e05455fa7e6685eeaa6bcaea4519c358ad003ab4586b0d0efd"}) as unknown as TypedDocumentString<CompareCandidatesQuery, CompareCandidatesQueryVariables>;
export const ShortlistDocument = new TypedDocumentString(`
    query Shortlist {
  shortlist {
    ...ShortlistRow
  }
  sentContactRequests {
    ...SentRequest
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}
fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}`, {"documentId":"sha256:fc62db8fb8e058456d56e42311f8371e63cde3b4dcce7de49b560b6e41242703"}) as unknown as TypedDocumentString<ShortlistQuery, ShortlistQueryVariables>;
export const PutOnShortlistDocument = new TypedDocumentString(`
    mutation PutOnShortlist($candidateId: ID!, $note: String!) {
  putOnShortlist(candidateId: $candidateId, note: $note) {
    ...ShortlistRow
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}`, {"documentId":"sha256:bca0e9fc3882794679ede241371b4946e9442216b2a4a260dd530d5dc870ccbc"}) as unknown as TypedDocumentString<PutOnShortlistMutation, PutOnShortlistMutationVariables>;
export const TakeOffShortlistDocument = new TypedDocumentString(`
    mutation TakeOffShortlist($candidateId: ID!) {
  takeOffShortlist(candidateId: $candidateId) {
    ...ShortlistRow
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}`, {"documentId":"sha256:f8fb1b2da0e7570206447c2fc4483073fddc91c056b7412e4865dcf68349f4e4"}) as unknown as TypedDocumentString<TakeOffShortlistMutation, TakeOffShortlistMutationVariables>;
export const RequestContactDocument = new TypedDocumentString(`
    mutation RequestContact($candidateId: ID!, $message: String!) {
  requestContact(candidateId: $candidateId, message: $message) {
    ...SentRequest
  }
}
    fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}`, {"documentId":"sha256:4a520519ae2e20de62fbb8ddcc4ef678b73db9670a2dc11841d93caaec4e77cd"}) as unknown as TypedDocumentString<RequestContactMutation, RequestContactMutationVariables>;
export const ImpersonationsDocument = new TypedDocumentString(`
    query Impersonations {
  impersonations {
    id
    adminName
    reason
    startedAt
    until
  }
}
    `, {"documentId":"sha256:bdd32096e77fc925ba95db8c8256c7293d091be6b3b924eeac69e85b76db3641"}) as unknown as TypedDocumentString<ImpersonationsQuery, ImpersonationsQueryVariables>;
export const StartImpersonationDocument = new TypedDocumentString(`
    mutation StartImpersonation($membershipId: ID!, $reason: String!) {
  startImpersonation(membershipId: $membershipId, reason: $reason)
}
    `, {"documentId":"sha256:58328c40f445e539c746716ad71ae99f9b5f49dcb751241b011085d10bc449b1"}) as unknown as TypedDocumentString<StartImpersonationMutation, StartImpersonationMutationVariables>;
export const StopImpersonationDocument = new TypedDocumentString(`
    mutation StopImpersonation {
  stopImpersonation
}
    `, {"documentId":"sha256:cb7fd56465a8c827a978a3f98e101ac9192a81e2064fd30a2ce5fb6ab965caff"}) as unknown as TypedDocumentString<StopImpersonationMutation, StopImpersonationMutationVariables>;
export const LeaderboardDocument = new TypedDocumentString(`
    query Leaderboard($assignmentSlug: String!, $board: LeaderboardBoard!, $cohortSlug: String, $first: Int, $after: String) {
  leaderboard(
    assignmentSlug: $assignmentSlug
    board: $board
    cohortSlug: $cohortSlug
    first: $first
    after: $after
  ) {
    board
    passMark
    isPrivateOpen
    privateOpensAt
    rows {
      id
      rank
      band
      name
      points
      low
      high
      runId
      isViewer
      publicRank
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    ownPlace {
      rank
      points
      low
      high
    }
    ownChange {
      runId
      isReleased
      message
      at
    }
  }
  cohorts {
    id
    slug
    name
  }
  assignment(slug: $assignmentSlug) {
    id
    slug
    title
    stage {
      id
      slug
      title
    }
  }
}
    `, {"documentId":"sha256:ab5a2bb036d9408f89e58b18d106d6b38b553346d113a9f510638e4cad14a305"}) as unknown as TypedDocumentString<LeaderboardQuery, LeaderboardQueryVariables>;
export const PseudonymDocument = new TypedDocumentString(`
    query Pseudonym {
  pseudonym
}
    `, {"documentId":"sha256:d5abc054bb44f08877f6960f1795b9405a4d7a6e8d244499c2ded3474bbc5f60"}) as unknown as TypedDocumentString<PseudonymQuery, PseudonymQueryVariables>;
export const SetPseudonymDocument = new TypedDocumentString(`
    mutation SetPseudonym($name: String) {
  setPseudonym(name: $name)
}
    `, {"documentId":"sha256:0b476bdc2fec93bacb70a18663d93c3a2610b1a5ff258a151accd96bc0092482"}) as unknown as TypedDocumentString<SetPseudonymMutation, SetPseudonymMutationVariables>;
export const AuthoredLessonsDocument = new TypedDocumentString(`
    query AuthoredLessons($stageSlug: String!) {
  stage(slug: $stageSlug) {
    id
    slug
    title
  }
  authoredLessons(stageSlug: $stageSlug) {
    id
    slug
    title
    isPublished
    version
    hasDraft
  }
}
    `, {"documentId":"sha256:118bb259419d2efdefe6d1c437bdcfc45e1cc5e66b4af2925fdea892b21348af"}) as unknown as TypedDocumentString<AuthoredLessonsQuery, AuthoredLessonsQueryVariables>;
export const AuthoredLessonDocument = new TypedDocumentString(`
    query AuthoredLesson($stageSlug: String!, $lessonSlug: String!) {
  stage(slug: $stageSlug) {
    id
    slug
    title
  }
  authoredLesson(stageSlug: $stageSlug, lessonSlug: $lessonSlug) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:571fd3d3ed2a14a642c16fa2b770d89891e83506c4de40a41800fbca6a9afef9"}) as unknown as TypedDocumentString<AuthoredLessonQuery, AuthoredLessonQueryVariables>;
export const LessonVersionDocument = new TypedDocumentString(`
    query LessonVersion($lessonId: ID!, $version: Int!) {
  lessonVersion(lessonId: $lessonId, version: $version) {
    version
    title
    summary
    minutes
    body
  }
}
    `, {"documentId":"sha256:ee0e7bc5d740a21c5fd1926c1984b1198761e815c8e5643bf5323cf4ba556877"}) as unknown as TypedDocumentString<LessonVersionQuery, LessonVersionQueryVariables>;
export const BeginLessonDocument = new TypedDocumentString(`
    mutation BeginLesson($input: BeginLessonInput!) {
  beginLesson(input: $input) {
    id
    slug
  }
}
    `, {"documentId":"sha256:7ac545f9ad6d45c73bee21afdf9f70ee391e74043c48bdfefa248cee98e5bd8d"}) as unknown as TypedDocumentString<BeginLessonMutation, BeginLessonMutationVariables>;
export const SaveLessonDraftDocument = new TypedDocumentString(`
    mutation SaveLessonDraft($input: SaveLessonDraftInput!) {
  saveLessonDraft(input: $input) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:349875f8451060fc03bba6cbc92af4d105d0685801100482aa6ab707bc119f28"}) as unknown as TypedDocumentString<SaveLessonDraftMutation, SaveLessonDraftMutationVariables>;
export const RestoreLessonVersionDocument = new TypedDocumentString(`
    mutation RestoreLessonVersion($lessonId: ID!, $version: Int!) {
  restoreLessonVersion(lessonId: $lessonId, version: $version) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:ee1c09a7998126dd2e61f438a6e825ccf5be149d215f07f7eb1fcaf3f7f855c6"}) as unknown as TypedDocumentString<RestoreLessonVersionMutation, RestoreLessonVersionMutationVariables>;
export const DiscardLessonDraftDocument = new TypedDocumentString(`
    mutation DiscardLessonDraft($lessonId: ID!) {
  discardLessonDraft(lessonId: $lessonId) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:82e18c6f4accba5e584e172dcf95c70927a6c50ff117508c98c0ce2c8d0bfdc5"}) as unknown as TypedDocumentString<DiscardLessonDraftMutation, DiscardLessonDraftMutationVariables>;
export const PublishLessonDocument = new TypedDocumentString(`
    mutation PublishLesson($lessonId: ID!, $revision: Int!, $note: String!) {
  publishLesson(lessonId: $lessonId, revision: $revision, note: $note) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:8426ef171ef697ea6e5b7e699732b28d9ac8a9a9041e89be87dc2d8a425debb5"}) as unknown as TypedDocumentString<PublishLessonMutation, PublishLessonMutationVariables>;
export const WithdrawLessonDocument = new TypedDocumentString(`
    mutation WithdrawLesson($lessonId: ID!) {
  withdrawLesson(lessonId: $lessonId) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:58ae5282921a55eeed2cf0dae43f57bdf222db3fa95a17f6e4aaf75a1d1660b1"}) as unknown as TypedDocumentString<WithdrawLessonMutation, WithdrawLessonMutationVariables>;
export const MoveLessonDocument = new TypedDocumentString(`
    mutation MoveLesson($lessonId: ID!, $isEarlier: Boolean!) {
  moveLesson(lessonId: $lessonId, isEarlier: $isEarlier) {
    id
    slug
  }
}
    `, {"documentId":"sha256:addd7bc36cabab3a58fc7d5c187c71255bb1c43d1762d05a5fff0efc41822d6a"}) as unknown as TypedDocumentString<MoveLessonMutation, MoveLessonMutationVariables>;
export const SearchLessonsDocument = new TypedDocumentString(`
    query SearchLessons($words: String!) {
  searchLessons(words: $words, first: 30) {
    lesson {
      id
      slug
      title
      minutes
    }
    stageSlug
    stageTitle
    excerpt {
      text
      isHit
    }
  }
}
    `, {"documentId":"sha256:edf69b0218bb190a3046ca3abbdcba4447c674e2e2f047124ae08c067a6b3245"}) as unknown as TypedDocumentString<SearchLessonsQuery, SearchLessonsQueryVariables>;
export const LessonsDocument = new TypedDocumentString(`
    query Lessons {
  track {
    id
    stages {
      id
      slug
      position
      title
      lessons {
        id
        slug
        title
        summary
        minutes
      }
    }
  }
}
    `, {"documentId":"sha256:915905605c7ed7c876d21e36a4c87c8a116d65ef9bec9aa002f5f919cc08c3f7"}) as unknown as TypedDocumentString<LessonsQuery, LessonsQueryVariables>;
export const LessonDocument = new TypedDocumentString(`
    query Lesson($stageSlug: String!, $lessonSlug: String!) {
  lesson(stageSlug: $stageSlug, lessonSlug: $lessonSlug) {
    id
    slug
    title
    summary
    minutes
    body
    stage {
      id
      slug
      title
      position
      lessons {
        id
        slug
        title
        minutes
      }
    }
  }
}
    `, {"documentId":"sha256:f9e7c5438ec7875175d9348933148f0dd4cbc32680428e295069b046e5378721"}) as unknown as TypedDocumentString<LessonQuery, LessonQueryVariables>;
export const LtiToolDocument = new TypedDocumentString(`
    query LtiTool {
  ltiTool {
    ...LtiToolFields
  }
}
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}`, {"documentId":"sha256:36c4c00dadd0bb0fd9dddff82651c1964b0ac1ff2682654f96477b7c02a1fa4c"}) as unknown as TypedDocumentString<LtiToolQuery, LtiToolQueryVariables>;
export const RegisterLtiPlatformDocument = new TypedDocumentString(`
    mutation RegisterLtiPlatform($input: LtiPlatformInput!) {
  registerLtiPlatform(input: $input) {
    ...LtiToolFields
  }
}
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}`, {"documentId":"sha256:6ea73b1f6a04e3744133757498756c495c570c603aaddf9fa0b0d4b726465bcc"}) as unknown as TypedDocumentString<RegisterLtiPlatformMutation, RegisterLtiPlatformMutationVariables>;
export const SetLtiAdmissionDocument = new TypedDocumentString(`
    mutation SetLtiAdmission($input: LtiAdmissionInput!) {
  setLtiAdmission(input: $input) {
    ...LtiToolFields
  }
}
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}`, {"documentId":"sha256:4dac11b9426138931bbd13e1137b28b332e09100bce498ebe03aa33d20d57945"}) as unknown as TypedDocumentString<SetLtiAdmissionMutation, SetLtiAdmissionMutationVariables>;
export const RemoveLtiPlatformDocument = new TypedDocumentString(`
    mutation RemoveLtiPlatform($platformId: ID!) {
  removeLtiPlatform(platformId: $platformId) {
    ...LtiToolFields
  }
}
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}`, {"documentId":"sha256:dd9b9f621e355947e172884a87fda2dc03ce86587a9624df119c5a5d8952f382"}) as unknown as TypedDocumentString<RemoveLtiPlatformMutation, RemoveLtiPlatformMutationVariables>;
export const LtiLaunchDocument = new TypedDocumentString(`
    query LtiLaunch($organizationSlug: String!, $launchId: ID!) {
  ltiLaunch(organizationSlug: $organizationSlug, launchId: $launchId) {
    id
    step
    platformName
    personName
    contextTitle
  }
}
    `, {"documentId":"sha256:7413fceb172606246006eaf24dd4cc83b14ad54943dd8c2fea1ba07c8ffce59d"}) as unknown as TypedDocumentString<LtiLaunchQuery, LtiLaunchQueryVariables>;
export const LtiChoicesDocument = new TypedDocumentString(`
    query LtiChoices {
  cohorts {
    id
    name
  }
  assignments {
    slug
    title
  }
}
    `, {"documentId":"sha256:7d7bd3067773833dd29c9efc677c9f2858e3e8a84e67e2f4ae9f583b21d2d237"}) as unknown as TypedDocumentString<LtiChoicesQuery, LtiChoicesQueryVariables>;
export const LinkLtiAccountDocument = new TypedDocumentString(`
    mutation LinkLtiAccount($organizationSlug: String!, $launchId: ID!) {
  linkLtiAccount(organizationSlug: $organizationSlug, launchId: $launchId)
}
    `, {"documentId":"sha256:98174ec9164fb061243f464a4e5ec5bf1b71daff49e44ec6550421f3c1051469"}) as unknown as TypedDocumentString<LinkLtiAccountMutation, LinkLtiAccountMutationVariables>;
export const PlaceLtiLinkDocument = new TypedDocumentString(`
    mutation PlaceLtiLink($input: LtiChoiceInput!) {
  placeLtiLink(input: $input)
}
    `, {"documentId":"sha256:01a13a5af3e918a7992802971e8aee9e1c14f7132e6ce5f160f9b42f0d2f1d15"}) as unknown as TypedDocumentString<PlaceLtiLinkMutation, PlaceLtiLinkMutationVariables>;
export const CohortPassbacksDocument = new TypedDocumentString(`
    query CohortPassbacks($slug: String!, $studentIds: [ID!]!) {
  cohortPassbacks(slug: $slug, studentIds: $studentIds) {
    links {
      id
      platformName
      contextTitle
      assignmentId
      assignmentTitle
      hasColumn
      sent
      waiting
      failing
      notLinked
      lastFailure
    }
    passbacks {
      studentId
      assignmentId
      state
      sentPoints
      sentAt
      lastFailure
    }
  }
}
    `, {"documentId":"sha256:088317c2e77ea0f6ec5659621353f133ec9b09fa63980e4d6383507c54b20f96"}) as unknown as TypedDocumentString<CohortPassbacksQuery, CohortPassbacksQueryVariables>;
export const ResendGradesDocument = new TypedDocumentString(`
    mutation ResendGrades($linkId: ID!) {
  resendGrades(linkId: $linkId)
}
    `, {"documentId":"sha256:1b787c76c122ee45d2f676baf4e8a9ed4a72a26fa3cdcbe19aa954d88d9bc6fc"}) as unknown as TypedDocumentString<ResendGradesMutation, ResendGradesMutationVariables>;
export const NotificationsDocument = new TypedDocumentString(`
    query Notifications($after: String) {
  notifications(first: 20, after: $after) {
    notifications {
      ...NotificationRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NotificationRow on Notification {
  id
  kind
  assignmentSlug
  title
  runId
  createdAt
  isRead
}`, {"documentId":"sha256:8116beedc911b50bd5b031bc8d35fd4e27f099e29ac44dbe22cdb6ddca554281"}) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>;
export const MailedNotificationsDocument = new TypedDocumentString(`
    query MailedNotifications {
  mailedNotifications
}
    `, {"documentId":"sha256:ed0545620a236775b2ae1b5b0c875ec2c5395d50660c7db053edd85c41309462"}) as unknown as TypedDocumentString<MailedNotificationsQuery, MailedNotificationsQueryVariables>;
export const UnreadNotificationsDocument = new TypedDocumentString(`
    subscription UnreadNotifications {
  unreadNotifications
}
    `, {"documentId":"sha256:c3c4910354acf170e2591e1c6e0616156606d74e78a5d632526b9a7d7b546fa5"}) as unknown as TypedDocumentString<UnreadNotificationsSubscription, UnreadNotificationsSubscriptionVariables>;
export const ReadNotificationDocument = new TypedDocumentString(`
    mutation ReadNotification($id: ID!) {
  readNotification(id: $id)
}
    `, {"documentId":"sha256:cd4ca5ef237311d470d4acc1edd3bedcb30d737f08803bf024c5cb000e4b1a57"}) as unknown as TypedDocumentString<ReadNotificationMutation, ReadNotificationMutationVariables>;
export const ReadAllNotificationsDocument = new TypedDocumentString(`
    mutation ReadAllNotifications {
  readAllNotifications
}
    `, {"documentId":"sha256:9386b5c50344996c2a3933c211c2a8873f64c4529e13b498101bfb71260e768e"}) as unknown as TypedDocumentString<ReadAllNotificationsMutation, ReadAllNotificationsMutationVariables>;
export const SetMailedNotificationDocument = new TypedDocumentString(`
    mutation SetMailedNotification($kind: NotificationKind!, $isMailed: Boolean!) {
  setMailedNotification(kind: $kind, isMailed: $isMailed)
}
    `, {"documentId":"sha256:b8f99c78558bf4361ea9ed2e7356701eaaa8327e490dd3900d2c912fb140248e"}) as unknown as TypedDocumentString<SetMailedNotificationMutation, SetMailedNotificationMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($after: String) {
  memberships(first: 50, after: $after) {
    nodes {
      ...Member
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  invitations {
    id
    role
    status
    expiresAt
  }
  cohorts {
    id
    slug
    name
  }
}
    fragment Member on Member {
  id
  name
  role
  joinedAt
  isViewer
}`, {"documentId":"sha256:fc43bfca6a4ea420cf7d7a1252a7d74596da9f4074e55e30a34fddc02131d78e"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($input: InviteInput!) {
  invite(input: $input) {
    id
    role
    status
    expiresAt
    link
  }
}
    `, {"documentId":"sha256:36e06753d1779f9ea7f4b8c4fe9af82297dfd64ba66521472cc8a8e544051a2a"}) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  revokeInvitation(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:75c93b591694060e6f2742b3a4bce09143f3ccd9145505a8d0a97c774d04ac89"}) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!) {
  acceptInvitation(token: $token) {
    role
    organization {
      id
      slug
      name
    }
  }
}
    `, {"documentId":"sha256:1dc9ac6c2358ca8b0d5de63f10a0c53eced539c6a5ee74bbcddb2fe7b98cab15"}) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($id: ID!) {
  removeMembership(id: $id)
}
    `, {"documentId":"sha256:70476aa5d210164459b41317bcf4f94a2ffe2da45f0d1d6fe17042b95bbc366a"}) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const MyPortfolioDocument = new TypedDocumentString(`
    query MyPortfolio {
  myPortfolio {
    ...OwnPortfolio
  }
  myPasses {
    submissionId
    assignmentTitle
    value
    low
    high
    issuedAt
  }
  myShareLinks {
    ...OwnShareLink
  }
  receivedContactRequests {
    ...ReceivedRequest
  }
}
    fragment OwnPortfolio on Portfolio {
  id
  slug
  headline
  pseudonym
  location
  isRemote
  isPublic
  searchableSince
  items {
    submissionId
    caseStudy
    showsMetrics
    showsPercentile
    showsComments
    showsFigures
    showsModelCard
    showsCode
    showsCriteria
  }
}
fragment OwnShareLink on ShareLink {
  id
  label
  hasPasscode
  createdAt
  expiresAt
  revokedAt
  viewCount
  views
}
fragment ReceivedRequest on ReceivedContactRequest {
  id
  managerName
  organizationName
  message
  status
  createdAt
}`, {"documentId":"sha256:6213e998336d0ffde4d49ade2fb2c2ab9646b2370edaaecf5056bee2ceb81d79"}) as unknown as TypedDocumentString<MyPortfolioQuery, MyPortfolioQueryVariables>;
export const BeginPortfolioDocument = new TypedDocumentString(`
    mutation BeginPortfolio {
  beginPortfolio {
    id
  }
}
    `, {"documentId":"sha256:11b2d4ca68bc248da7ba9f4b2092cca1e6bf08c027ca49853f9492bdc7d1d2e9"}) as unknown as TypedDocumentString<BeginPortfolioMutation, BeginPortfolioMutationVariables>;
export const SavePortfolioDocument = new TypedDocumentString(`
    mutation SavePortfolio($input: SavePortfolioInput!) {
  savePortfolio(input: $input) {
    ...OwnPortfolio
  }
}
    fragment OwnPortfolio on Portfolio {
  id
  slug
  headline
  pseudonym
  location
  isRemote
  isPublic
  searchableSince
  items {
    submissionId
    caseStudy
    showsMetrics
    showsPercentile
    showsComments
    showsFigures
    showsModelCard
    showsCode
    showsCriteria
  }
}`, {"documentId":"sha256:cba364460e9faf73cd6b01d78d1771f3381107028a546aaa89631ca2e736a4fe"}) as unknown as TypedDocumentString<SavePortfolioMutation, SavePortfolioMutationVariables>;
export const PublishPortfolioDocument = new TypedDocumentString(`
    mutation PublishPortfolio($isPublic: Boolean!) {
  publishPortfolio(isPublic: $isPublic) {
    id
    isPublic
  }
}
    `, {"documentId":"sha256:409281ee55169329323511da09ee89fb3b8ab6426b9696b25984dce484637d86"}) as unknown as TypedDocumentString<PublishPortfolioMutation, PublishPortfolioMutationVariables>;
export const CreateShareLinkDocument = new TypedDocumentString(`
    mutation CreateShareLink($input: CreateShareLinkInput!) {
  createShareLink(input: $input)
}
    `, {"documentId":"sha256:ea2a45924ad28a615930490f01efba6e9fa6df166214ad271f6648f679a7aa9d"}) as unknown as TypedDocumentString<CreateShareLinkMutation, CreateShareLinkMutationVariables>;
export const RevokeShareLinkDocument = new TypedDocumentString(`
    mutation RevokeShareLink($id: ID!) {
  revokeShareLink(id: $id) {
    ...OwnShareLink
  }
}
    fragment OwnShareLink on ShareLink {
  id
  label
  hasPasscode
  createdAt
  expiresAt
  revokedAt
  viewCount
  views
}`, {"documentId":"sha256:89c6dad5224143c759597630092689b336e1bf3b20b3351a69bb3296061f952f"}) as unknown as TypedDocumentString<RevokeShareLinkMutation, RevokeShareLinkMutationVariables>;
export const ConsentToSearchDocument = new TypedDocumentString(`
    mutation ConsentToSearch($isGiven: Boolean!) {
  consentToSearch(isGiven: $isGiven) {
    id
    searchableSince
  }
}
    `, {"documentId":"sha256:2266b247c20d2494a9afb794076313b6826e9d8eeed31eb5b085a02635e4fb3d"}) as unknown as TypedDocumentString<ConsentToSearchMutation, ConsentToSearchMutationVariables>;
export const AnswerContactRequestDocument = new TypedDocumentString(`
    mutation AnswerContactRequest($id: ID!, $isAccepted: Boolean!) {
  answerContactRequest(id: $id, isAccepted: $isAccepted) {
    ...ReceivedRequest
  }
}
    fragment ReceivedRequest on ReceivedContactRequest {
  id
  managerName
  organizationName
  message
  status
  createdAt
}`, {"documentId":"sha256:486224c30e4fbddee54a57b1a2669933e3b895e97b2661c90db55d3b71aabb57"}) as unknown as TypedDocumentString<AnswerContactRequestMutation, AnswerContactRequestMutationVariables>;
export const PortfolioPreviewDocument = new TypedDocumentString(`
    query PortfolioPreview {
  portfolioPreview {
    ...ShownPortfolio
  }
}
    fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"documentId":"sha256:302329f1c054b6de9909a39f27285f3a8b60449368a82d540e4d7384e1776215"}) as unknown as TypedDocumentString<PortfolioPreviewQuery, PortfolioPreviewQueryVariables>;
export const PublishedPortfolioDocument = new TypedDocumentString(`
    query PublishedPortfolio($slug: String!) {
  publishedPortfolio(slug: $slug) {
    ...ShownPortfolio
  }
}
    fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"documentId":"sha256:5cc69b01ea12345711cbdde0fd0e5f69406926af65f7ba5092b342c186332889"}) as unknown as TypedDocumentString<PublishedPortfolioQuery, PublishedPortfolioQueryVariables>;
export const ShareLinkAsksForPasscodeDocument = new TypedDocumentString(`
    query ShareLinkAsksForPasscode($token: String!) {
  shareLinkAsksForPasscode(token: $token)
}
    `, {"documentId":"sha256:d4823a9e370c2ee1baa4182c4332ad977c7526091039df408813e77d143334a0"}) as unknown as TypedDocumentString<ShareLinkAsksForPasscodeQuery, ShareLinkAsksForPasscodeQueryVariables>;
export const OpenShareLinkDocument = new TypedDocumentString(`
    mutation OpenShareLink($token: String!, $passcode: String) {
  openShareLink(token: $token, passcode: $passcode) {
    ...ShownPortfolio
  }
}
    fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"documentId":"sha256:54d26592bd96809ec17cac864fa134ebb32f0e32139e53fac4f67ff1b646d0ea"}) as unknown as TypedDocumentString<OpenShareLinkMutation, OpenShareLinkMutationVariables>;
export const QuotasDocument = new TypedDocumentString(`
    query Quotas {
  quotas {
    ...QuotaRow
  }
  organizationQuota {
    ...QuotaUse
  }
  cohorts {
    id
    slug
    name
  }
  memberships(first: 100) {
    nodes {
      id
      name
      role
    }
  }
}
    fragment QuotaUse on QuotaState {
  what
  limit
  used
}
fragment QuotaRow on Quota {
  id
  scope
  name
  runsPerDay
  cpuSeconds
  gpuSeconds
  storageBytes
  parallelRuns
  expiresAt
  isExpired
  reason
}`, {"documentId":"sha256:eb4b245fc3c204d812f472302a36974d33519fce8947fdff7b6f51983272f4bf"}) as unknown as TypedDocumentString<QuotasQuery, QuotasQueryVariables>;
export const OwnQuotaDocument = new TypedDocumentString(`
    query OwnQuota {
  ownQuota {
    ...QuotaUse
  }
}
    fragment QuotaUse on QuotaState {
  what
  limit
  used
}`, {"documentId":"sha256:4515268f40dcd0cf7037e5f9adb8a31a1fc00b115127d3b0b9aa9d71db6e4145"}) as unknown as TypedDocumentString<OwnQuotaQuery, OwnQuotaQueryVariables>;
export const SetQuotaDocument = new TypedDocumentString(`
    mutation SetQuota($input: QuotaInput!) {
  setQuota(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:ec476d55e5942189afd349a4b8d0a04bc651ec2953d225f13711152b90d581da"}) as unknown as TypedDocumentString<SetQuotaMutation, SetQuotaMutationVariables>;
export const RemoveQuotaDocument = new TypedDocumentString(`
    mutation RemoveQuota($id: ID!) {
  removeQuota(id: $id)
}
    `, {"documentId":"sha256:8d3c348359fbbe449d3acca20c3a626e85e8a11c40e0805fb8afd2ce8db10077"}) as unknown as TypedDocumentString<RemoveQuotaMutation, RemoveQuotaMutationVariables>;
export const RedrawDocument = new TypedDocumentString(`
    query Redraw($slug: String!) {
  assignment(slug: $slug) {
    id
    slug
    title
    summary
    bestPoints
    isPassed
    stage {
      id
      slug
      title
    }
    policy {
      ...Policy
    }
    version {
      id
      version
      passMark
      integrityPolicy
      diagram {
        picture
        labels {
          key
          label
        }
        feedback {
          practice
          certification
        }
      }
    }
  }
}
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}`, {"documentId":"sha256:5a8065d36674a32b032e932b77abe97dc69d0f636369cdd52622498837223911"}) as unknown as TypedDocumentString<RedrawQuery, RedrawQueryVariables>;
export const DrawingDocument = new TypedDocumentString(`
    query Drawing($slug: String!) {
  drawing(assignmentSlug: $slug) {
    nodes {
      key
      x
      y
    }
    edges {
      from
      to
    }
    savedAt
  }
}
    `, {"documentId":"sha256:73a772e29262b29b9d8b8a91b7fe81f4715ae877e07aa6982b50d64f36ec63f7"}) as unknown as TypedDocumentString<DrawingQuery, DrawingQueryVariables>;
export const SaveDrawingDocument = new TypedDocumentString(`
    mutation SaveDrawing($input: SaveDrawingInput!) {
  saveDrawing(input: $input) {
    savedAt
  }
}
    `, {"documentId":"sha256:5ff5fb48ed0a608237d4ac0e52642148eeddd3cbc39c33e38ba894a9e9843965"}) as unknown as TypedDocumentString<SaveDrawingMutation, SaveDrawingMutationVariables>;
export const SubmitDrawingDocument = new TypedDocumentString(`
    mutation SubmitDrawing($input: SubmitDrawingInput!) {
  submitDrawing(input: $input) {
    id
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:d1799e85cd767815829be3d26b72e6c5658463fb940597e110508afb3f25bfef"}) as unknown as TypedDocumentString<SubmitDrawingMutation, SubmitDrawingMutationVariables>;
export const RequestRegradeDocument = new TypedDocumentString(`
    mutation RequestRegrade($runId: ID!, $reason: String!) {
  requestRegrade(runId: $runId, reason: $reason) {
    ...Regrade
  }
}
    fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}`, {"documentId":"sha256:c0b134daf36481896cc1bcc7acb6f3be70db054c546581b229661d00c4d7cce0"}) as unknown as TypedDocumentString<RequestRegradeMutation, RequestRegradeMutationVariables>;
export const ReplyToRegradeRequestDocument = new TypedDocumentString(`
    mutation ReplyToRegradeRequest($input: RegradeReplyInput!) {
  replyToRegradeRequest(input: $input) {
    ...Regrade
  }
}
    fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}`, {"documentId":"sha256:1e7bad580b6c764aed82bb81d7a56db0f45ccbea73da95cc01be81d2bcd4b0bf"}) as unknown as TypedDocumentString<ReplyToRegradeRequestMutation, ReplyToRegradeRequestMutationVariables>;
export const ReproduceRunDocument = new TypedDocumentString(`
    mutation ReproduceRun($runId: ID!) {
  reproduceRun(runId: $runId) {
    ...Reproduction
  }
}
    fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}`, {"documentId":"sha256:d2bb4c2cc1100ce1fb3a7f7ed0a845161d67a2c01b55e087e50eda996bad54ab"}) as unknown as TypedDocumentString<ReproduceRunMutation, ReproduceRunMutationVariables>;
export const ReproduceCredentialDocument = new TypedDocumentString(`
    mutation ReproduceCredential($issuerSlug: String!, $id: ID!) {
  reproduceCredential(issuerSlug: $issuerSlug, id: $id) {
    ...ResultReproduction
  }
}
    fragment ResultReproduction on ResultReproduction {
  verdict
  at
}`, {"documentId":"sha256:d995f1e905b779a8a72035e2e4504031d2250e12fcee3a6917293a48ca5e0f1f"}) as unknown as TypedDocumentString<ReproduceCredentialMutation, ReproduceCredentialMutationVariables>;
export const ReproductionsDocument = new TypedDocumentString(`
    query Reproductions($runId: ID!) {
  run(id: $runId) {
    id
    reproductions {
      ...Reproduction
    }
  }
}
    fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}`, {"documentId":"sha256:b9aebdba65da33c9c487dff089fc779eb1760623493c3fcc8635394eb2498ec4"}) as unknown as TypedDocumentString<ReproductionsQuery, ReproductionsQueryVariables>;
export const ReproductionEndedDocument = new TypedDocumentString(`
    subscription ReproductionEnded($runId: ID!) {
  runChanged(runId: $runId) {
    id
    status
  }
}
    `, {"documentId":"sha256:4aacd4e863ffc85c5b5ccd763726d0eb68f252d7c52ee49ee27728100bcc68c0"}) as unknown as TypedDocumentString<ReproductionEndedSubscription, ReproductionEndedSubscriptionVariables>;
export const RerunsDocument = new TypedDocumentString(`
    query Reruns($assignmentSlug: String!, $cohortSlug: String!) {
  rerunVersions(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    version
    publishedAt
    works
    seconds
  }
  reruns(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    id
    status
    version
    createdAt
  }
}
    `, {"documentId":"sha256:d056b2cfb5f411454bcbca2f3db312821c329ebdbf4aea81fedcf5be820dc814"}) as unknown as TypedDocumentString<RerunsQuery, RerunsQueryVariables>;
export const RerunDocument = new TypedDocumentString(`
    query Rerun($id: ID!, $after: String) {
  rerun(id: $id) {
    id
    status
    version
    requestedBy
    decidedBy
    reason
    createdAt
    decidedAt
    summary {
      works
      notStarted
      underWay
      scored
      studentErrors
      unfinished
      committed
      raised
      lowered
      newlyPassed
      noLongerPassed
      credentialsIssued
      credentialsReissued
      credentialsRevoked
    }
    works(first: 50, after: $after) {
      nodes {
        ...RerunWorkRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment RerunWorkRow on RerunWork {
  id
  student
  originalRunId
  runId
  isSample
  state
  message
  before
  beforeLow
  beforeHigh
  wasPassed
  after
  afterLow
  afterHigh
  isPassed
  credential
}`, {"documentId":"sha256:0de61891a7078e6629afdf69f5ff80ba29ed1f0d92a901db29f15ade88a154af"}) as unknown as TypedDocumentString<RerunQuery, RerunQueryVariables>;
export const BeginRerunDocument = new TypedDocumentString(`
    mutation BeginRerun($input: RerunInput!) {
  beginRerun(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:ccac086f5f89af411e43e3d4140f511dc53d6beb94dd91dc5348cefb2d5989ac"}) as unknown as TypedDocumentString<BeginRerunMutation, BeginRerunMutationVariables>;
export const ContinueRerunDocument = new TypedDocumentString(`
    mutation ContinueRerun($id: ID!) {
  continueRerun(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:0679dc877647805746b76744ad62eb996436dbcbb69ed075a0ca16aca4086a68"}) as unknown as TypedDocumentString<ContinueRerunMutation, ContinueRerunMutationVariables>;
export const CommitRerunDocument = new TypedDocumentString(`
    mutation CommitRerun($id: ID!, $reason: String!) {
  commitRerun(id: $id, reason: $reason) {
    id
    status
  }
}
    `, {"documentId":"sha256:c19087f866f962c433ca90d79eee9e1f1d8fb71ecf741e2c6a6d6d3643acc61a"}) as unknown as TypedDocumentString<CommitRerunMutation, CommitRerunMutationVariables>;
export const DiscardRerunDocument = new TypedDocumentString(`
    mutation DiscardRerun($id: ID!) {
  discardRerun(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:1478a1cb1ea2c394613d8de1571a4fe214bebcd606cc052288e3d59d9c28e801"}) as unknown as TypedDocumentString<DiscardRerunMutation, DiscardRerunMutationVariables>;
export const ReviewQueuesDocument = new TypedDocumentString(`
    query ReviewQueues {
  reviewQueues {
    assignment {
      id
      slug
      title
    }
    total
    finished
    mine
    policy {
      ...ReviewPolicyFields
    }
  }
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}`, {"documentId":"sha256:8fdb11bb5158e27cddfb0d9c124b11fa31a9a48e12b88f11aabd3e93b06d8dce"}) as unknown as TypedDocumentString<ReviewQueuesQuery, ReviewQueuesQueryVariables>;
export const ReviewQueueDocument = new TypedDocumentString(`
    query ReviewQueue($slug: String!, $filter: ReviewFilter!, $after: String) {
  reviewQueues {
    assignment {
      id
      slug
      title
    }
    total
    finished
    mine
    policy {
      ...ReviewPolicyFields
    }
  }
  reviewQueue(assignmentSlug: $slug, filter: $filter, first: 50, after: $after) {
    nodes {
      ...ReviewItemFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  firstToReview(assignmentSlug: $slug)
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}
fragment ReviewItemFields on ReviewItem {
  runId
  student
  submittedAt
  automatic
  points
  graders
  finished
  mine
}`, {"documentId":"sha256:296e9d00d6230e00d397316d6fd04daf21d167a9322188c58587c90283fd365a"}) as unknown as TypedDocumentString<ReviewQueueQuery, ReviewQueueQueryVariables>;
export const ReviewSettingsDocument = new TypedDocumentString(`
    query ReviewSettings($slug: String!) {
  graders {
    id
    name
  }
  reviewAgreement(assignmentSlug: $slug) {
    criterionKey
    title
    n
    observed
    kappa
  }
}
    `, {"documentId":"sha256:51d02e9a03526797cd5a74eaea386ce56ee878c0dc0a8fbc143cdfbe468ea3d6"}) as unknown as TypedDocumentString<ReviewSettingsQuery, ReviewSettingsQueryVariables>;
export const ReviewDocument = new TypedDocumentString(`
    query Review($runId: ID!) {
  review(runId: $runId) {
    ...ReviewState
    files {
      path
      size
      text
    }
    place {
      position
      total
      previousRunId
      nextRunId
      nextWaitingRunId
    }
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:043d4d6a847de7fcd68dee52b669af901eb6387a87be9dd10165f1820569c273"}) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const SavedCommentsDocument = new TypedDocumentString(`
    query SavedComments($slug: String!) {
  savedComments(assignmentSlug: $slug) {
    id
    text
  }
}
    `, {"documentId":"sha256:e054ade9a34d1ed9f9022267fa1c917d85c210df8ca93244221a3d96703c3faf"}) as unknown as TypedDocumentString<SavedCommentsQuery, SavedCommentsQueryVariables>;
export const GradeCriterionDocument = new TypedDocumentString(`
    mutation GradeCriterion($input: GradeCriterionInput!) {
  gradeCriterion(input: $input) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:5a4f5d7a36df590a448f799ed81e485ad343191b1ad4cf007ff18ec5f3defbb9"}) as unknown as TypedDocumentString<GradeCriterionMutation, GradeCriterionMutationVariables>;
export const FinishReviewDocument = new TypedDocumentString(`
    mutation FinishReview($runId: ID!) {
  finishReview(runId: $runId) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:c69ca7745fc85b78dd24a88c840a6bde8d346fb57fec3bd90b10b5c1ef00a429"}) as unknown as TypedDocumentString<FinishReviewMutation, FinishReviewMutationVariables>;
export const ReopenReviewDocument = new TypedDocumentString(`
    mutation ReopenReview($runId: ID!) {
  reopenReview(runId: $runId) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:be805ce1fc0d5a8754155e45276e165e0dbb35173dc72c8879e04858c66e8340"}) as unknown as TypedDocumentString<ReopenReviewMutation, ReopenReviewMutationVariables>;
export const AddReviewCommentDocument = new TypedDocumentString(`
    mutation AddReviewComment($input: ReviewCommentInput!) {
  addReviewComment(input: $input) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:afbfde5007ff566303fd7488a46b86a1ea96247ea4c4b62549edc14066d28167"}) as unknown as TypedDocumentString<AddReviewCommentMutation, AddReviewCommentMutationVariables>;
export const DeleteReviewCommentDocument = new TypedDocumentString(`
    mutation DeleteReviewComment($id: ID!) {
  deleteReviewComment(id: $id) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:25b067654898852022c008559ad9db63d19b02e9a1d1c6908b1fd4cc78a23f04"}) as unknown as TypedDocumentString<DeleteReviewCommentMutation, DeleteReviewCommentMutationVariables>;
export const SaveCommentDocument = new TypedDocumentString(`
    mutation SaveComment($slug: String!, $text: String!) {
  saveComment(assignmentSlug: $slug, text: $text) {
    id
    text
  }
}
    `, {"documentId":"sha256:8ba877fddb6f58ed1e6aba372e62dff86a64e57fc3f9b1832039eeb07b8d5c4f"}) as unknown as TypedDocumentString<SaveCommentMutation, SaveCommentMutationVariables>;
export const DeleteSavedCommentDocument = new TypedDocumentString(`
    mutation DeleteSavedComment($id: ID!) {
  deleteSavedComment(id: $id)
}
    `, {"documentId":"sha256:89a482fe16e30e05cc2f0cde5ec848dece59b2532f162dc84d97935f189727fd"}) as unknown as TypedDocumentString<DeleteSavedCommentMutation, DeleteSavedCommentMutationVariables>;
export const SetReviewPolicyDocument = new TypedDocumentString(`
    mutation SetReviewPolicy($slug: String!, $policy: ReviewPolicyInput!) {
  setReviewPolicy(assignmentSlug: $slug, policy: $policy) {
    ...ReviewPolicyFields
  }
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}`, {"documentId":"sha256:002bbaaf5411e70d2d51c93c1a1fbfedb67c88cbfaeac98394c1e2b8096bdb50"}) as unknown as TypedDocumentString<SetReviewPolicyMutation, SetReviewPolicyMutationVariables>;
export const ShareReviewsDocument = new TypedDocumentString(`
    mutation ShareReviews($slug: String!, $graderIds: [ID!]!) {
  shareReviews(assignmentSlug: $slug, graderIds: $graderIds)
}
    `, {"documentId":"sha256:35f0a261148caf1a218e877a1cb19669798904bce97185acead0d9e82021e92a"}) as unknown as TypedDocumentString<ShareReviewsMutation, ShareReviewsMutationVariables>;
export const RunReviewDocument = new TypedDocumentString(`
    query RunReview($id: ID!) {
  run(id: $id) {
    id
    reviewComments {
      id
      author
      isViewer
      file
      line
      text
      createdAt
    }
    score {
      id
      lateness {
        daysLate
        lateDaysSpent
        factor
      }
    }
  }
}
    `, {"documentId":"sha256:34c876ae3dfeab001d70f0aa67332c36152f1ca6f4dc5b2bf9288ba253f8bbc5"}) as unknown as TypedDocumentString<RunReviewQuery, RunReviewQueryVariables>;
export const RoadmapDocument = new TypedDocumentString(`
    query Roadmap {
  track {
    id
    slug
    title
    summary
    skills {
      skill
      title
      description
      evidencePoints
      evidenceCount
      evidence {
        criterion
        points
        weight
        assignmentTitle
        runId
      }
    }
    workflow {
      step
      position
      title
      description
    }
    diagrams {
      id
      slug
      title
      summary
      nodes {
        key
        label
      }
      edges {
        from
        to
      }
    }
    stages {
      id
      slug
      position
      title
      goal
      unlocks
      progress
      lessons {
        id
        slug
        title
        minutes
      }
      assignments {
        ...AssignmentLine
      }
    }
  }
}
    fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}`, {"documentId":"sha256:944d2ac200b92b938fa94aafe7d0a88b05d3e6bef485a687d75999cc702ae0a8"}) as unknown as TypedDocumentString<RoadmapQuery, RoadmapQueryVariables>;
export const StageDocument = new TypedDocumentString(`
    query Stage($slug: String!) {
  stage(slug: $slug) {
    id
    slug
    position
    title
    goal
    unlocks
    overview
    progress
    skills
    passesNeeded
    studyAnchors {
      title
      provider
      url
      why
    }
    lessons {
      id
      slug
      title
      summary
      minutes
    }
    assignments {
      ...AssignmentLine
    }
  }
}
    fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}`, {"documentId":"sha256:0835e91083c12bc0dc765c05f334db9db4ae43e78b69828f275fb9694d76bde7"}) as unknown as TypedDocumentString<StageQuery, StageQueryVariables>;
export const RubricDocument = new TypedDocumentString(`
    query Rubric($slug: String!) {
  rubric(assignmentSlug: $slug) {
    assignmentSlug
    assignmentTitle
    assignmentVersion
    version
    reason
    criteria {
      ...RubricCriterionFields
    }
  }
}
    fragment RubricCriterionFields on RubricCriterion {
  key
  title
  description
  workflowStep
  mode
  weight
  isRequired
  skills
  advice
  levels {
    points
    label
    description
  }
}`, {"documentId":"sha256:507e3d61f22cb9da6cb82d4ebba0a685c271eb4a7532d8a97273cb76f140b914"}) as unknown as TypedDocumentString<RubricQuery, RubricQueryVariables>;
export const RubricImpactDocument = new TypedDocumentString(`
    query RubricImpact($input: RubricInput!) {
  rubricImpact(input: $input) {
    runs
    raised
    lowered
    newlyPassed
    noLongerPassed
    judgedAgain
    credentials
    histogram
    changes {
      runId
      student
      before
      after
      wasPassed
      isPassed
    }
  }
}
    `, {"documentId":"sha256:94dcc4f386d7ba035652627ebf098356b102986efb7800dd34d95c8ac771e51d"}) as unknown as TypedDocumentString<RubricImpactQuery, RubricImpactQueryVariables>;
export const ReviseRubricDocument = new TypedDocumentString(`
    mutation ReviseRubric($input: RubricInput!, $reason: String!) {
  reviseRubric(input: $input, reason: $reason) {
    version
  }
}
    `, {"documentId":"sha256:f32b90ae6c66d51f40ac9976713d8e2ab8395b0962f51080a0602fa29d97cf6f"}) as unknown as TypedDocumentString<ReviseRubricMutation, ReviseRubricMutationVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($assignmentSlug: String, $first: Int, $after: String) {
  runs(assignmentSlug: $assignmentSlug, first: $first, after: $after) {
    edges {
      cursor
      node {
        ...RunLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}`, {"documentId":"sha256:b2b625325baaef80cacc53212f45bbf331f4db3a440fba1ef270a8371cc1345a"}) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunState
    rerun {
      ...RunRerun
    }
    assignment {
      id
      slug
      title
      stage {
        id
        slug
        title
      }
    }
  }
}
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment RunRerun on RerunOfRun {
  originalRunId
  runId
  version
  reason
}
fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}
fragment RunState on Run {
  ...RunLine
  errorDetail {
    phase
    file
    line
    rule
  }
  seed
  attempt
  cpuSeconds
  queue {
    position
    etaSeconds
  }
  phases {
    id
    name
    label
    status
    attempt
    position
    limitSeconds
    startedAt
    endedAt
    wallMs
    cpuSeconds
    maxRssBytes
  }
  phaseLimits {
    phase
    memoryBytes
  }
  submission {
    id
    fileName
    archiveDigest
    archiveBytes
    gitCommit
    createdAt
    declaration {
      ...Declared
    }
  }
  receipt {
    digest
    statement
  }
  images {
    name
    id
    packageCount
  }
  reproduction {
    ...Reproduction
  }
  artifacts {
    ...Artifact
  }
}`, {"documentId":"sha256:8bb2968459cfa3eebd9f48226c2fbec4294f2cd5d52f42978b5c31682edf5fbe"}) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($runId: ID!) {
  cancelRun(runId: $runId) {
    ...RunState
  }
}
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}
fragment RunState on Run {
  ...RunLine
  errorDetail {
    phase
    file
    line
    rule
  }
  seed
  attempt
  cpuSeconds
  queue {
    position
    etaSeconds
  }
  phases {
    id
    name
    label
    status
    attempt
    position
    limitSeconds
    startedAt
    endedAt
    wallMs
    cpuSeconds
    maxRssBytes
  }
  phaseLimits {
    phase
    memoryBytes
  }
  submission {
    id
    fileName
    archiveDigest
    archiveBytes
    gitCommit
    createdAt
    declaration {
      ...Declared
    }
  }
  receipt {
    digest
    statement
  }
  images {
    name
    id
    packageCount
  }
  reproduction {
    ...Reproduction
  }
  artifacts {
    ...Artifact
  }
}`, {"documentId":"sha256:3047787c07098b03177caacdc7327fc825b9fa8719f7d7581dc5e428e9ec50a2"}) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const RunChangedDocument = new TypedDocumentString(`
    subscription RunChanged($runId: ID!) {
  runChanged(runId: $runId) {
    ...RunState
  }
}
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}
fragment RunState on Run {
  ...RunLine
  errorDetail {
    phase
    file
    line
    rule
  }
  seed
  attempt
  cpuSeconds
  queue {
    position
    etaSeconds
  }
  phases {
    id
    name
    label
    status
    attempt
    position
    limitSeconds
    startedAt
    endedAt
    wallMs
    cpuSeconds
    maxRssBytes
  }
  phaseLimits {
    phase
    memoryBytes
  }
  submission {
    id
    fileName
    archiveDigest
    archiveBytes
    gitCommit
    createdAt
    declaration {
      ...Declared
    }
  }
  receipt {
    digest
    statement
  }
  images {
    name
    id
    packageCount
  }
  reproduction {
    ...Reproduction
  }
  artifacts {
    ...Artifact
  }
}`, {"documentId":"sha256:e12b60bfbed199aff92d6aa5b2e2af02729395c71ada0d32495ef9c033800e1b"}) as unknown as TypedDocumentString<RunChangedSubscription, RunChangedSubscriptionVariables>;
export const RunLogAppendedDocument = new TypedDocumentString(`
    subscription RunLogAppended($runId: ID!, $afterSequence: Int) {
  runLogAppended(runId: $runId, afterSequence: $afterSequence) {
    ...LogLine
  }
}
    fragment LogLine on LogChunk {
  sequence
  attempt
  phase
  text
}`, {"documentId":"sha256:cc48f6f0b66f2943b1b775b1256a969dd774468ac930abb64ba7c9b3083f1fd9"}) as unknown as TypedDocumentString<RunLogAppendedSubscription, RunLogAppendedSubscriptionVariables>;
export const ScoreDocument = new TypedDocumentString(`
    query Score($id: ID!) {
  run(id: $id) {
    id
    kind
    status
    outcome
    finishedAt
    submission {
      id
    }
    isCounted
    rerun {
      ...RunRerun
    }
    credentials {
      ...CredentialCard
    }
    student {
      id
      name
    }
    assignment {
      id
      slug
      title
      stage {
        id
        slug
        title
      }
      version {
        id
        criteria {
          key
          metrics
        }
        metrics {
          name
          label
          direction
          unit
          isGraded
          naive
          simple
          strong
        }
      }
    }
    metrics {
      name
      label
      split
      value
      low
      high
      n
      direction
      unit
      isGraded
    }
    score {
      id
      split
      value
      low
      high
      passMark
      isPassed
      isProvisional
      anchorsSource
      createdAt
      criteria {
        key
        title
        workflowStep
        mode
        points
        low
        high
        weight
        countedWeight
        note
        advice
        skills
      }
      gates {
        key
        status
        value
        limit
        message
      }
      findings {
        key
        severity
        message
      }
      slices {
        attribute
        group
        n
        positives
        metrics {
          name
          value
          low
          high
        }
      }
      plots {
        ...ScorePlot
      }
      ladder {
        isReleased
        shownPoints
        shownRunId
        message
      }
    }
    receipt {
      digest
      envelopeDigest
    }
    validationGaps {
      metric
      label
      direction
      claimed
      hidden
      low
      high
      verdict
    }
    regradeRequests {
      ...Regrade
    }
    reproductions {
      ...Reproduction
    }
    earlierRuns {
      ...Earlier
    }
    comparison {
      ...Comparison
    }
  }
}
    fragment CredentialCard on Credential {
  id
  title
  isOfStage
  runId
  assurance
  status
  issuedAt
  revokedAt
  revokedReason
  isShared
  address
  reproductions {
    ...ResultReproduction
  }
}
fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment RunRerun on RerunOfRun {
  originalRunId
  runId
  version
  reason
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}
fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}
fragment Comparison on ScoreComparison {
  earlier {
    ...Earlier
  }
  verdict
  difference
  low
  high
}`, {"documentId":"sha256:521a252dc1fb98d53bdbaaa02ba3993c5afd5a6e9b0d3d4ab224965f611ba9c5"}) as unknown as TypedDocumentString<ScoreQuery, ScoreQueryVariables>;
export const ComparisonDocument = new TypedDocumentString(`
    query Comparison($id: ID!, $earlierRunId: ID!) {
  run(id: $id) {
    id
    comparison(earlierRunId: $earlierRunId) {
      ...Comparison
    }
  }
}
    fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}
fragment Comparison on ScoreComparison {
  earlier {
    ...Earlier
  }
  verdict
  difference
  low
  high
}`, {"documentId":"sha256:60b2a9ce180c9a1563686d02a4179869c8c221d9cbee1d92857099a8701e14f1"}) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
export const SettingsDocument = new TypedDocumentString(`
    query Settings {
  apiKeys {
    id
    name
    start
    createdAt
    lastUsedAt
    expiresAt
  }
  passkeys {
    id
    name
    createdAt
  }
  hasSecondFactor
  sessions {
    id
    createdAt
    userAgent
    isCurrent
  }
}
    `, {"documentId":"sha256:121e9b169436ca70e7967a6a14fa6ebc669efbae43fa90f06ba3953868caf59e"}) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const OwnDataExportsLeftDocument = new TypedDocumentString(`
    query OwnDataExportsLeft {
  ownDataExportsLeft
}
    `, {"documentId":"sha256:8db220f4a532c82786e94875ebe854675ba4d550472b1c50ddbc5f106e87b027"}) as unknown as TypedDocumentString<OwnDataExportsLeftQuery, OwnDataExportsLeftQueryVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount($password: String!) {
  deleteAccount(password: $password)
}
    `, {"documentId":"sha256:079ed3d63e49391a082d27ee1a18987abd47582eb900e04fc8ec98daf9f9362a"}) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($name: String!) {
  createApiKey(name: $name) {
    secret
    apiKey {
      id
      name
      start
      createdAt
    }
  }
}
    `, {"documentId":"sha256:ad6512cb9ded30e03abe9d2dd5a09b0824e0d785791f5af1d81db9cf50fddbff"}) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `, {"documentId":"sha256:94eae462670f9a7708b8dd4e86cd65b90c59302e32050edaa13ed09041fead63"}) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const RemovePasskeyDocument = new TypedDocumentString(`
    mutation RemovePasskey($id: ID!) {
  removePasskey(id: $id)
}
    `, {"documentId":"sha256:d58cbcf230325ca410a24807ad1b01cafa763a789fb2d48fd1f1f692ad9dc10b"}) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id)
}
    `, {"documentId":"sha256:0da1f5ad6ca30b47e1cb2c8f9b833664fb3647a47c585080a1a7fa8bc04c825c"}) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const SimilarityReportsDocument = new TypedDocumentString(`
    query SimilarityReports($assignmentSlug: String!, $cohortSlug: String!) {
  similarityReports(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    id
    status
    includesEarlier
    createdAt
  }
}
    `, {"documentId":"sha256:21bccdb86e27570760ecb1845bfeb51d551ed0c317b1e073cd9438dcf71a95f4"}) as unknown as TypedDocumentString<SimilarityReportsQuery, SimilarityReportsQueryVariables>;
export const SimilarityReportDocument = new TypedDocumentString(`
    query SimilarityReport($id: ID!, $least: Float!, $after: String) {
  similarityReport(id: $id) {
    id
    status
    includesEarlier
    worksRead
    worksPlanned
    leftOut
    givenFiles
    commonFingerprints
    histogram
    error
    createdAt
    finishedAt
    counts {
      works
      students
      earlierStudents
      tooShort
    }
    pairs(first: 50, after: $after) {
      nodes {
        ...SimilarityPairFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    clusters(least: $least) {
      students {
        ...SimilarityStudentFields
      }
      pairs {
        ...SimilarityPairFields
      }
    }
  }
}
    fragment SimilarityStudentFields on SimilarityStudent {
  key
  name
  isEarlier
}
fragment SimilarityPairFields on SimilarityPair {
  id
  left {
    ...SimilarityStudentFields
  }
  right {
    ...SimilarityStudentFields
  }
  similarity
  leftShare
  rightShare
  matchedLines
}`, {"documentId":"sha256:29cb9e30abc4a954ab83c51c68acdf7cf73adf2d2e86510d9261b7b08629d752"}) as unknown as TypedDocumentString<SimilarityReportQuery, SimilarityReportQueryVariables>;
export const SimilarityPairDocument = new TypedDocumentString(`
    query SimilarityPair($id: ID!) {
  similarityPair(id: $id) {
    reportId
    cohortSlug
    pair {
      ...SimilarityPairFields
    }
    left {
      ...ComparedWorkFields
    }
    right {
      ...ComparedWorkFields
    }
    matches {
      left {
        file
        from
        to
      }
      right {
        file
        from
        to
      }
    }
  }
}
    fragment SimilarityStudentFields on SimilarityStudent {
  key
  name
  isEarlier
}
fragment SimilarityPairFields on SimilarityPair {
  id
  left {
    ...SimilarityStudentFields
  }
  right {
    ...SimilarityStudentFields
  }
  similarity
  leftShare
  rightShare
  matchedLines
}
fragment ComparedWorkFields on ComparedWork {
  runId
  submittedAt
  files {
    path
    text
  }
}`, {"documentId":"sha256:4f645794c96f9d9612a32df3ab03e85780ca122e39be1bc12aeb524f29af3e98"}) as unknown as TypedDocumentString<SimilarityPairQuery, SimilarityPairQueryVariables>;
export const CompareSubmissionsDocument = new TypedDocumentString(`
    mutation CompareSubmissions($input: CompareSubmissionsInput!) {
  compareSubmissions(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:1453401456940d841904b239118a5eecbcd8f1f46a0b9ea6f49dc6df365b777d"}) as unknown as TypedDocumentString<CompareSubmissionsMutation, CompareSubmissionsMutationVariables>;
export const SingleSignOnDocument = new TypedDocumentString(`
    query SingleSignOn {
  singleSignOn {
    redirectUri
    signInUrl
    provider {
      issuer
      clientId
      joinsAsStudent
    }
    domains {
      ...EmailDomainRow
    }
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:a0691d5aa272ee18e15789c836234b56a759d224d3811e40a6a83f655006395e"}) as unknown as TypedDocumentString<SingleSignOnQuery, SingleSignOnQueryVariables>;
export const SignInOrganizationDocument = new TypedDocumentString(`
    query SignInOrganization($slug: String!) {
  signInOrganization(slug: $slug) {
    slug
    name
  }
}
    `, {"documentId":"sha256:3c5b6de6183042a78f35f2411082ce35c1c3a7a16ab26eea3ea42bb0aa0acb7c"}) as unknown as TypedDocumentString<SignInOrganizationQuery, SignInOrganizationQueryVariables>;
export const SignInOrganizationsDocument = new TypedDocumentString(`
    query SignInOrganizations($email: String!) {
  signInOrganizations(email: $email) {
    slug
    name
  }
}
    `, {"documentId":"sha256:6925fd01f8ce88560bba7ca43ecec81a970c227d59a8540cf2f91c3d3b1edf2c"}) as unknown as TypedDocumentString<SignInOrganizationsQuery, SignInOrganizationsQueryVariables>;
export const SetSingleSignOnDocument = new TypedDocumentString(`
    mutation SetSingleSignOn($input: SingleSignOnInput!) {
  setSingleSignOn(input: $input) {
    issuer
    clientId
    joinsAsStudent
  }
}
    `, {"documentId":"sha256:1a62d72cd5b77e4393bb509f8dd456211d4a8554be3fab4db16a0a908a9fe09e"}) as unknown as TypedDocumentString<SetSingleSignOnMutation, SetSingleSignOnMutationVariables>;
export const RemoveSingleSignOnDocument = new TypedDocumentString(`
    mutation RemoveSingleSignOn {
  removeSingleSignOn
}
    `, {"documentId":"sha256:62651f918d9efb480e0b03e90f30dde78bb6e4227aa631970620abe189702d04"}) as unknown as TypedDocumentString<RemoveSingleSignOnMutation, RemoveSingleSignOnMutationVariables>;
export const AddEmailDomainDocument = new TypedDocumentString(`
    mutation AddEmailDomain($domain: String!) {
  addEmailDomain(domain: $domain) {
    ...EmailDomainRow
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:80556eb8b588b71dc98a8bda6cf32b6dff2511f6a52586ba12f7570448f639d2"}) as unknown as TypedDocumentString<AddEmailDomainMutation, AddEmailDomainMutationVariables>;
export const ProveEmailDomainDocument = new TypedDocumentString(`
    mutation ProveEmailDomain($id: ID!) {
  proveEmailDomain(id: $id) {
    ...EmailDomainRow
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:1e03aceaa65298b06078b03f7bdfa7d57f35825931a0ca178b32e4ac8528b8f4"}) as unknown as TypedDocumentString<ProveEmailDomainMutation, ProveEmailDomainMutationVariables>;
export const RemoveEmailDomainDocument = new TypedDocumentString(`
    mutation RemoveEmailDomain($id: ID!) {
  removeEmailDomain(id: $id)
}
    `, {"documentId":"sha256:a69a9e2c19101e16c930880c05894bd814eec9607355d6136c8f971a7feac032"}) as unknown as TypedDocumentString<RemoveEmailDomainMutation, RemoveEmailDomainMutationVariables>;
export const SubmitDocument = new TypedDocumentString(`
    mutation Submit($input: SubmitInput!) {
  submit(input: $input) {
    id
    archiveDigest
    archiveBytes
    fileName
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:b9381bea2b194825bc0f9508df663d84996ce9eafb5f5d19c5d71c8ee1d59737"}) as unknown as TypedDocumentString<SubmitMutation, SubmitMutationVariables>;
export const SubmitFromGitDocument = new TypedDocumentString(`
    mutation SubmitFromGit($input: GitSubmitInput!) {
  submitFromGit(input: $input) {
    id
    archiveDigest
    archiveBytes
    fileName
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:86ed8f5f5815c7d4dbf9058e3992ed8d9198d51be4ff417b869e430aa62a692e"}) as unknown as TypedDocumentString<SubmitFromGitMutation, SubmitFromGitMutationVariables>;
export const TeamsDocument = new TypedDocumentString(`
    query Teams($assignmentSlug: String!, $cohortId: ID!) {
  teams(assignmentSlug: $assignmentSlug, cohortId: $cohortId) {
    ...TeamFields
  }
}
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:56dad8c171749630e0f585989a43af03ee1d426f57344540f8c755c7429403d9"}) as unknown as TypedDocumentString<TeamsQuery, TeamsQueryVariables>;
export const FormTeamDocument = new TypedDocumentString(`
    mutation FormTeam($assignmentSlug: String!, $name: String!) {
  formTeam(assignmentSlug: $assignmentSlug, name: $name) {
    ...TeamFields
  }
}
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:ca63cb8ceb8fddc45c5c77a6ef53aabee1394da7fba32c9988726e918880a20f"}) as unknown as TypedDocumentString<FormTeamMutation, FormTeamMutationVariables>;
export const JoinTeamDocument = new TypedDocumentString(`
    mutation JoinTeam($assignmentSlug: String!, $code: String!) {
  joinTeam(assignmentSlug: $assignmentSlug, code: $code) {
    ...TeamFields
  }
}
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:a46b82aa69f7eb24a8a312546e70fec8f4fb1fe28e47273de7ddebf1588747bc"}) as unknown as TypedDocumentString<JoinTeamMutation, JoinTeamMutationVariables>;
export const LeaveTeamDocument = new TypedDocumentString(`
    mutation LeaveTeam($assignmentSlug: String!) {
  leaveTeam(assignmentSlug: $assignmentSlug)
}
    `, {"documentId":"sha256:f2319b9248d29680c382b3ac9503fa43c25e99539e0c54aa84ff43dbc92bc1a4"}) as unknown as TypedDocumentString<LeaveTeamMutation, LeaveTeamMutationVariables>;
export const ChangeTeamDocument = new TypedDocumentString(`
    mutation ChangeTeam($input: TeamChangeInput!) {
  changeTeam(input: $input) {
    ...TeamFields
  }
}
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:0df6346c009d8c20ee210a5cf0ebfe2df4a32bb489a83a64378ec179766c372d"}) as unknown as TypedDocumentString<ChangeTeamMutation, ChangeTeamMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    email
    isOperator
    impersonatedUntil
    opensOneOrganization
    organization {
      id
      slug
      name
    }
    memberships {
      id
      role
      organization {
        id
        slug
        name
      }
    }
  }
}
    `, {"documentId":"sha256:0dd8ec75b59f1da67b1e5c2f110a2fd190cc8802d829b4357ddc5a34a2d4b563"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;