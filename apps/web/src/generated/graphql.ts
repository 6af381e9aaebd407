/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export { CohortAnalyticsDocument } from './documents/CohortAnalytics';
export { CohortAnnouncementsDocument } from './documents/CohortAnnouncements';
export { AnnouncementsDocument } from './documents/Announcements';
export { AnnounceDocument } from './documents/Announce';
export { AssignmentsDocument } from './documents/Assignments';
export { AssignmentDocument } from './documents/Assignment';
export { AuditLogDocument } from './documents/AuditLog';
export { AuditChainDocument } from './documents/AuditChain';
export { DeploymentLogDocument } from './documents/DeploymentLog';
export { DeploymentChainDocument } from './documents/DeploymentChain';
export { AssignmentDraftsDocument } from './documents/AssignmentDrafts';
export { AssignmentDraftDocument } from './documents/AssignmentDraft';
export { DraftStagesDocument } from './documents/DraftStages';
export { BeginAssignmentDraftDocument } from './documents/BeginAssignmentDraft';
export { BeginAssignmentVersionDocument } from './documents/BeginAssignmentVersion';
export { SaveAssignmentDraftDocument } from './documents/SaveAssignmentDraft';
export { CheckAssignmentDraftDocument } from './documents/CheckAssignmentDraft';
export { PublishAssignmentDraftDocument } from './documents/PublishAssignmentDraft';
export { ImportFolderDocument } from './documents/ImportFolder';
export { ExportableAssignmentsDocument } from './documents/ExportableAssignments';
export { ExportFolderDocument } from './documents/ExportFolder';
export { FolderExportDocument } from './documents/FolderExport';
export { DiscardAssignmentDraftDocument } from './documents/DiscardAssignmentDraft';
export { DraftImportChangedDocument } from './documents/DraftImportChanged';
export { AssignmentCohortsDocument } from './documents/AssignmentCohorts';
export { CohortsDocument } from './documents/Cohorts';
export { CohortPlanDocument } from './documents/CohortPlan';
export { SetAssignmentDatesDocument } from './documents/SetAssignmentDates';
export { GrantExtensionDocument } from './documents/GrantExtension';
export { WithdrawStudentDocument } from './documents/WithdrawStudent';
export { WithdrawExtensionDocument } from './documents/WithdrawExtension';
export { SetLateDaysDocument } from './documents/SetLateDays';
export { MakeGroupDocument } from './documents/MakeGroup';
export { ChangeGroupDocument } from './documents/ChangeGroup';
export { RemoveGroupDocument } from './documents/RemoveGroup';
export { MyCredentialsDocument } from './documents/MyCredentials';
export { ShareCredentialDocument } from './documents/ShareCredential';
export { RevokeCredentialDocument } from './documents/RevokeCredential';
export { AssureSubmissionDocument } from './documents/AssureSubmission';
export { IssuerDocument } from './documents/Issuer';
export { RotateIssuerKeyDocument } from './documents/RotateIssuerKey';
export { AuthoredDiagramsDocument } from './documents/AuthoredDiagrams';
export { AuthoredDiagramDocument } from './documents/AuthoredDiagram';
export { DiagramVersionDocument } from './documents/DiagramVersion';
export { BeginDiagramDocument } from './documents/BeginDiagram';
export { SaveDiagramDraftDocument } from './documents/SaveDiagramDraft';
export { RestoreDiagramVersionDocument } from './documents/RestoreDiagramVersion';
export { DiscardDiagramDraftDocument } from './documents/DiscardDiagramDraft';
export { PublishDiagramDocument } from './documents/PublishDiagram';
export { WithdrawDiagramDocument } from './documents/WithdrawDiagram';
export { MoveDiagramDocument } from './documents/MoveDiagram';
export { PublishRedrawDocument } from './documents/PublishRedraw';
export { RedrawImportDocument } from './documents/RedrawImport';
export { DiagramsDocument } from './documents/Diagrams';
export { FleetDocument } from './documents/Fleet';
export { OrderWorkerDocument } from './documents/OrderWorker';
export { EndRunDocument } from './documents/EndRun';
export { RequeueRunDocument } from './documents/RequeueRun';
export { PaletteDocument } from './documents/Palette';
export { CohortGradesDocument } from './documents/CohortGrades';
export { SetGradesHeldDocument } from './documents/SetGradesHeld';
export { CandidatesDocument } from './documents/Candidates';
export { CandidateDocument } from './documents/Candidate';
export { CompareCandidatesDocument } from './documents/CompareCandidates';
export { ShortlistDocument } from './documents/Shortlist';
export { PutOnShortlistDocument } from './documents/PutOnShortlist';
export { TakeOffShortlistDocument } from './documents/TakeOffShortlist';
export { RequestContactDocument } from './documents/RequestContact';
export { ImpersonationsDocument } from './documents/Impersonations';
export { StartImpersonationDocument } from './documents/StartImpersonation';
export { StopImpersonationDocument } from './documents/StopImpersonation';
export { LeaderboardDocument } from './documents/Leaderboard';
export { PseudonymDocument } from './documents/Pseudonym';
export { SetPseudonymDocument } from './documents/SetPseudonym';
export { AuthoredLessonsDocument } from './documents/AuthoredLessons';
export { AuthoredLessonDocument } from './documents/AuthoredLesson';
export { LessonVersionDocument } from './documents/LessonVersion';
export { BeginLessonDocument } from './documents/BeginLesson';
export { SaveLessonDraftDocument } from './documents/SaveLessonDraft';
export { RestoreLessonVersionDocument } from './documents/RestoreLessonVersion';
export { DiscardLessonDraftDocument } from './documents/DiscardLessonDraft';
export { PublishLessonDocument } from './documents/PublishLesson';
export { WithdrawLessonDocument } from './documents/WithdrawLesson';
export { MoveLessonDocument } from './documents/MoveLesson';
export { MoveReadersDocument } from './documents/MoveReaders';
export { SearchLessonsDocument } from './documents/SearchLessons';
export { LessonsDocument } from './documents/Lessons';
export { LessonDocument } from './documents/Lesson';
export { BeginReadingDocument } from './documents/BeginReading';
export { ReadNewestVersionDocument } from './documents/ReadNewestVersion';
export { LtiToolDocument } from './documents/LtiTool';
export { RegisterLtiPlatformDocument } from './documents/RegisterLtiPlatform';
export { SetLtiAdmissionDocument } from './documents/SetLtiAdmission';
export { RemoveLtiPlatformDocument } from './documents/RemoveLtiPlatform';
export { ChangeLtiKeyDocument } from './documents/ChangeLtiKey';
export { LtiLaunchDocument } from './documents/LtiLaunch';
export { LtiChoicesDocument } from './documents/LtiChoices';
export { LinkLtiAccountDocument } from './documents/LinkLtiAccount';
export { PlaceLtiLinkDocument } from './documents/PlaceLtiLink';
export { CohortPassbacksDocument } from './documents/CohortPassbacks';
export { ResendGradesDocument } from './documents/ResendGrades';
export { NotificationsDocument } from './documents/Notifications';
export { MailedNotificationsDocument } from './documents/MailedNotifications';
export { UnreadNotificationsDocument } from './documents/UnreadNotifications';
export { ReadNotificationDocument } from './documents/ReadNotification';
export { ReadAllNotificationsDocument } from './documents/ReadAllNotifications';
export { SetMailedNotificationDocument } from './documents/SetMailedNotification';
export { OrganizationSettingsDocument } from './documents/OrganizationSettings';
export { SetOrganizationSettingsDocument } from './documents/SetOrganizationSettings';
export { RemoveLogoDocument } from './documents/RemoveLogo';
export { CreateCohortDocument } from './documents/CreateCohort';
export { ChangeCohortDocument } from './documents/ChangeCohort';
export { ArchiveCohortDocument } from './documents/ArchiveCohort';
export { OrganizationsDocument } from './documents/Organizations';
export { CreateOrganizationDocument } from './documents/CreateOrganization';
export { ChangeOrganizationDocument } from './documents/ChangeOrganization';
export { InviteAdministratorDocument } from './documents/InviteAdministrator';
export { ArchiveOrganizationDocument } from './documents/ArchiveOrganization';
export { PeopleDocument } from './documents/People';
export { InviteDocument } from './documents/Invite';
export { SendInvitationDocument } from './documents/SendInvitation';
export { RevokeInvitationDocument } from './documents/RevokeInvitation';
export { InvitedToDocument } from './documents/InvitedTo';
export { AcceptInvitationDocument } from './documents/AcceptInvitation';
export { ChangeRoleDocument } from './documents/ChangeRole';
export { EnrollStudentDocument } from './documents/EnrollStudent';
export { RemoveMemberDocument } from './documents/RemoveMember';
export { MyPortfolioDocument } from './documents/MyPortfolio';
export { BeginPortfolioDocument } from './documents/BeginPortfolio';
export { SavePortfolioDocument } from './documents/SavePortfolio';
export { PublishPortfolioDocument } from './documents/PublishPortfolio';
export { CreateShareLinkDocument } from './documents/CreateShareLink';
export { RevokeShareLinkDocument } from './documents/RevokeShareLink';
export { ConsentToSearchDocument } from './documents/ConsentToSearch';
export { AnswerContactRequestDocument } from './documents/AnswerContactRequest';
export { PortfolioPreviewDocument } from './documents/PortfolioPreview';
export { PublishedPortfolioDocument } from './documents/PublishedPortfolio';
export { ShareLinkAsksForPasscodeDocument } from './documents/ShareLinkAsksForPasscode';
export { OpenShareLinkDocument } from './documents/OpenShareLink';
export { QuotasDocument } from './documents/Quotas';
export { FindStudentsDocument } from './documents/FindStudents';
export { OwnQuotaDocument } from './documents/OwnQuota';
export { SetQuotaDocument } from './documents/SetQuota';
export { RemoveQuotaDocument } from './documents/RemoveQuota';
export { RedrawDocument } from './documents/Redraw';
export { DrawingDocument } from './documents/Drawing';
export { SaveDrawingDocument } from './documents/SaveDrawing';
export { SubmitDrawingDocument } from './documents/SubmitDrawing';
export { RequestRegradeDocument } from './documents/RequestRegrade';
export { ReplyToRegradeRequestDocument } from './documents/ReplyToRegradeRequest';
export { OpenRegradeRequestsDocument } from './documents/OpenRegradeRequests';
export { ReproduceRunDocument } from './documents/ReproduceRun';
export { ReproduceCredentialDocument } from './documents/ReproduceCredential';
export { ReproductionsDocument } from './documents/Reproductions';
export { ReproductionEndedDocument } from './documents/ReproductionEnded';
export { RerunsDocument } from './documents/Reruns';
export { RerunDocument } from './documents/Rerun';
export { BeginRerunDocument } from './documents/BeginRerun';
export { ContinueRerunDocument } from './documents/ContinueRerun';
export { CommitRerunDocument } from './documents/CommitRerun';
export { DiscardRerunDocument } from './documents/DiscardRerun';
export { RerunChangedDocument } from './documents/RerunChanged';
export { ReviewQueuesDocument } from './documents/ReviewQueues';
export { ReviewQueueDocument } from './documents/ReviewQueue';
export { ReviewSettingsDocument } from './documents/ReviewSettings';
export { ReviewDocument } from './documents/Review';
export { SavedCommentsDocument } from './documents/SavedComments';
export { GradeCriterionDocument } from './documents/GradeCriterion';
export { FinishReviewDocument } from './documents/FinishReview';
export { ReopenReviewDocument } from './documents/ReopenReview';
export { AddReviewCommentDocument } from './documents/AddReviewComment';
export { DeleteReviewCommentDocument } from './documents/DeleteReviewComment';
export { SaveCommentDocument } from './documents/SaveComment';
export { DeleteSavedCommentDocument } from './documents/DeleteSavedComment';
export { SetReviewPolicyDocument } from './documents/SetReviewPolicy';
export { ShareReviewsDocument } from './documents/ShareReviews';
export { RunReviewDocument } from './documents/RunReview';
export { RoadmapDocument } from './documents/Roadmap';
export { StageDocument } from './documents/Stage';
export { RosterImportsDocument } from './documents/RosterImports';
export { RosterUndoDocument } from './documents/RosterUndo';
export { UndoRosterImportDocument } from './documents/UndoRosterImport';
export { RubricDocument } from './documents/Rubric';
export { ReusedRubricDocument } from './documents/ReusedRubric';
export { RubricSourcesDocument } from './documents/RubricSources';
export { RubricImpactDocument } from './documents/RubricImpact';
export { ReviseRubricDocument } from './documents/ReviseRubric';
export { RunsDocument } from './documents/Runs';
export { RunDocument } from './documents/Run';
export { CancelRunDocument } from './documents/CancelRun';
export { RunChangedDocument } from './documents/RunChanged';
export { RunLogAppendedDocument } from './documents/RunLogAppended';
export { ScoreDocument } from './documents/Score';
export { ComparisonDocument } from './documents/Comparison';
export { SettingsDocument } from './documents/Settings';
export { OwnDataExportsLeftDocument } from './documents/OwnDataExportsLeft';
export { DeleteAccountDocument } from './documents/DeleteAccount';
export { CreateApiKeyDocument } from './documents/CreateApiKey';
export { RevokeApiKeyDocument } from './documents/RevokeApiKey';
export { RemovePasskeyDocument } from './documents/RemovePasskey';
export { RevokeSessionDocument } from './documents/RevokeSession';
export { SimilarityReportsDocument } from './documents/SimilarityReports';
export { SimilarityReportDocument } from './documents/SimilarityReport';
export { SimilarityPairDocument } from './documents/SimilarityPair';
export { CompareSubmissionsDocument } from './documents/CompareSubmissions';
export { SingleSignOnDocument } from './documents/SingleSignOn';
export { SignInOrganizationDocument } from './documents/SignInOrganization';
export { SignInOrganizationsDocument } from './documents/SignInOrganizations';
export { SetSingleSignOnDocument } from './documents/SetSingleSignOn';
export { RemoveSingleSignOnDocument } from './documents/RemoveSingleSignOn';
export { AddEmailDomainDocument } from './documents/AddEmailDomain';
export { ProveEmailDomainDocument } from './documents/ProveEmailDomain';
export { RemoveEmailDomainDocument } from './documents/RemoveEmailDomain';
export { AuthoredStagesDocument } from './documents/AuthoredStages';
export { AuthoredStageDocument } from './documents/AuthoredStage';
export { StageVersionDocument } from './documents/StageVersion';
export { BeginStageDocument } from './documents/BeginStage';
export { SaveStageDraftDocument } from './documents/SaveStageDraft';
export { RestoreStageVersionDocument } from './documents/RestoreStageVersion';
export { DiscardStageDraftDocument } from './documents/DiscardStageDraft';
export { PublishStageDocument } from './documents/PublishStage';
export { WithdrawStageDocument } from './documents/WithdrawStage';
export { MoveStageDocument } from './documents/MoveStage';
export { SubmitDocument } from './documents/Submit';
export { SubmitFromGitDocument } from './documents/SubmitFromGit';
export { TeamsDocument } from './documents/Teams';
export { StudentsWithoutTeamDocument } from './documents/StudentsWithoutTeam';
export { FormTeamDocument } from './documents/FormTeam';
export { JoinTeamDocument } from './documents/JoinTeam';
export { LeaveTeamDocument } from './documents/LeaveTeam';
export { ChangeTeamDocument } from './documents/ChangeTeam';
export { ViewerDocument } from './documents/Viewer';
export type { TypedDocumentString } from './typed-document-string';
export type Accent =
  | 'GRAPHITE'
  | 'INDIGO'
  | 'PLUM'
  | 'TEAL';

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
  /** Stands in the audit log. */
  reason: string;
};

export type AssignmentDraftSettingsInput = {
  /** Markdown. */
  brief: string;
  certification?: number | null | undefined;
  closesAt?: string | null | undefined;
  /** Of a further version: other rows are hidden than before. */
  drawsAgain: boolean;
  dueAt?: string | null | undefined;
  /** The column whose rows of one value belong together. */
  group?: string | null | undefined;
  /** Steps that are forecast. */
  horizon?: number | null | undefined;
  /** The column that only names rows. */
  id?: string | null | undefined;
  /** The array of images; `target` is that of their labels. */
  images?: string | null | undefined;
  item?: string | null | undefined;
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
  /** Rows that are asked again a little changed. */
  perturbedRows?: number | null | undefined;
  /** The outcome whose probability is predicted. */
  positive?: string | null | undefined;
  practicePerDay?: number | null | undefined;
  privatePercent?: number | null | undefined;
  publicPercent?: number | null | undefined;
  /** Null where every row is a plain interaction. */
  rating?: string | null | undefined;
  samplePercent?: number | null | undefined;
  /** Python of a scorer of the assignment’s own; empty without one. */
  scorer: string;
  /** What it measures. */
  scorerMetrics: Array<OwnMetricInput>;
  /** Of the criterion that is the mean of these metrics. */
  scorerWeight?: number | null | undefined;
  /** Steps after which series repeat themselves. */
  season?: number | null | undefined;
  sensitive: Array<string>;
  /** Of forecasts: the column that tells series apart. */
  series?: string | null | undefined;
  /** Retrainings on shuffled outcomes in certification runs. */
  shuffledRetrains?: number | null | undefined;
  /** Values of metrics that are worth 70 points. */
  simpleAt: Array<WorthSeventyInput>;
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
  /** Rows that are asked again in other company. */
  twinRows?: number | null | undefined;
  user?: string | null | undefined;
  /** Of criteria whose weight is not the template’s. */
  weights: Array<CriterionWeightInput>;
};

export type AssignmentDraftStatus =
  | 'EDITED'
  | 'FAILED'
  | 'PROFILING'
  | 'PUBLISHED'
  | 'UNREADABLE';

export type AssignmentExportStatus =
  | 'FAILED'
  | 'QUEUED'
  | 'READY';

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

export type AuthoredEdgeInput = {
  from: string;
  label?: string | null | undefined;
  to: string;
};

export type AuthoredNodeInput = {
  /** What it means. */
  hint: string;
  /** Small letters, digits and dashes; stays when the label changes. */
  key: string;
  label: string;
  /** Where its author put it. */
  x?: number | null | undefined;
  y?: number | null | undefined;
};

export type BeginDiagramInput = {
  /** Its address: small letters, digits and hyphens. Made of the title where it is left out. */
  slug?: string | null | undefined;
  title: string;
};

export type BeginLessonInput = {
  /** Its address below the stage: small letters, digits and hyphens. */
  slug: string;
  stageSlug: string;
  title: string;
};

export type BeginStageInput = {
  /** Its address: small letters, digits and hyphens. Made of the title where it is left out. */
  slug?: string | null | undefined;
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

export type ChangeOrganizationInput = {
  id: string | number;
  name: string;
  weight: number;
};

export type CohortSettingsInput = {
  endsAt?: string | null | undefined;
  name: string;
  startsAt?: string | null | undefined;
  timeZone: string;
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

export type CreateOrganizationInput = {
  /** Of its first administrator. */
  email: string;
  /** Whether it begins with the roadmap that comes with the platform, or with an empty one. */
  hasShippedRoadmap: boolean;
  name: string;
  /** Its part of addresses; made of the name where it is left out. It stays. */
  slug?: string | null | undefined;
};

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
  /** Graded metrics whose mean it is; null where they are the template’s. */
  metrics?: Array<string> | null | undefined;
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

export type DiagramTextInput = {
  distractors: Array<DistractorInput>;
  edges: Array<AuthoredEdgeInput>;
  nodes: Array<AuthoredNodeInput>;
  /** The stage in which it stands; null: on the roadmap alone. */
  stageSlug?: string | null | undefined;
  summary: string;
  title: string;
};

export type DistractorInput = {
  key: string;
  label: string;
};

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

export type Ending =
  | 'CANCELLED'
  | 'INFRASTRUCTURE_ERROR'
  | 'INTERRUPTED'
  | 'SCORED'
  | 'STUDENT_ERROR';

export type ExportAssignmentInput = {
  assignmentSlug: string;
  recipientKey: string;
  version?: number | null | undefined;
};

export type ExtensionInput = {
  assignmentSlug: string;
  cohortId: string | number;
  /** Null leaves the due date as it is. */
  dueAt?: string | null | undefined;
  extraCertifications: number;
  /** It holds for whoever is in them, as long as they are. */
  groupIds?: Array<string | number> | null | undefined;
  reason: string;
  studentIds: Array<string | number>;
};

export type ExtensionWithdrawalInput = {
  assignmentSlug: string;
  cohortId: string | number;
  groupIds?: Array<string | number> | null | undefined;
  /** Stands in the audit log. */
  reason: string;
  /** Those whose own extension ends; one of a group they keep. */
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

export type GroupChangeInput = {
  add: Array<string | number>;
  groupId: string | number;
  remove: Array<string | number>;
};

export type ImportAssignmentInput = {
  folderName: string;
  publish: boolean;
  uploadId: string | number;
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
  /** Who joins them later is given as many, less what they have used. */
  groupIds?: Array<string | number> | null | undefined;
  /** Stands in the audit log. */
  reason: string;
  studentIds: Array<string | number>;
};

export type LatePolicyInput = {
  maxDays: number;
  perDayPenalty: number;
};

export type LeaderboardBoard =
  | 'PRIVATE'
  | 'PUBLIC';

export type LetterState =
  | 'GIVEN_UP'
  | 'NONE'
  | 'SENT'
  | 'WAITING';

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

export type NewGroupInput = {
  cohortId: string | number;
  name: string;
  studentIds: Array<string | number>;
};

export type NotificationKind =
  | 'ANNOUNCED'
  | 'ANSWERED'
  | 'CONTACTED'
  | 'DUE_SOON'
  | 'EXTENDED'
  | 'GRADED'
  | 'IMPERSONATED'
  | 'RELEASED'
  | 'RERUN'
  | 'REVIEWED'
  | 'REVISED';

export type OrganizationSettingsInput = {
  accent: Accent;
  name: string;
};

export type Outcome =
  | 'CANCELLED'
  | 'INFRASTRUCTURE_ERROR'
  | 'SCORED'
  | 'STUDENT_ERROR';

export type OwnMetricInput = {
  /** The best possible value. */
  bound: number;
  direction: MetricDirection;
  label: string;
  name: string;
  unit: string;
};

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

export type RosterSource =
  | 'FILE'
  | 'LMS';

export type RosterUndo =
  | 'CHANGED'
  | 'JOINED'
  | 'LED_BACK'
  | 'LISTED_AGAIN'
  | 'ROLE_TAKEN'
  | 'TAKEN_OUT'
  | 'WITHDRAWN'
  | 'WORKED'
  | 'YOURSELF';

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

export type SaveDiagramDraftInput = {
  /** The revision that was changed; 0 where there was no draft. */
  basis: number;
  diagramId: string | number;
  text: DiagramTextInput;
};

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

export type SaveStageDraftInput = {
  /** The revision that was changed; 0 where there was no draft. */
  basis: number;
  stageId: string | number;
  text: StageTextInput;
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

export type StageTextInput = {
  goal: string;
  /** Markdown. */
  overview: string;
  /** How many passed assignments pass it; null: all of them. */
  passesNeeded?: number | null | undefined;
  skills: Array<Skill>;
  studyAnchors: Array<StudyAnchorInput>;
  title: string;
  unlocks: string;
};

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

export type StudyAnchorInput = {
  provider: string;
  title: string;
  url: string;
  why: string;
};

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

export type WorthSeventyInput = {
  metric: string;
  value: number;
};

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

export type PolicyFragment = { isOpen: boolean, closedReason: string | null, dueAt: string | null, extendedFrom: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number };

export type AssignmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignmentsQuery = { assignments: Array<{ id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, position: number, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, extendedFrom: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number } }> };

export type AssignmentQueryVariables = Exact<{
  slug: string;
}>;


export type AssignmentQuery = { assignment: { id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, position: number, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, extendedFrom: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number }, teamwork: { maxTeamSize: number, team: { id: string, name: string, joinCode: string | null, frozenAt: string | null, members: Array<{ id: string, name: string, isViewer: boolean }> } | null } | null, version: { id: string, version: number, brief: string, passMark: number, integrityPolicy: string, publishedAt: string, starterKitUrl: string, publicDataUrl: string, ownScorerDigest: string | null, commands: Array<{ name: string, isRequired: boolean, isRequiredToCertify: boolean, takesNotebook: boolean }>, diagram: { picture: string } | null, archiveLimits: { archiveBytes: number, unpackedBytes: number, files: number }, passChance: { simple: number, naive: number } | null, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> }>, metrics: Array<{ name: string, label: string, direction: MetricDirection, unit: string, isGraded: boolean, isOwn: boolean, naive: number | null, simple: number | null, strong: number | null }>, limits: Array<{ phase: PhaseName, wallSeconds: number, memoryBytes: number, cpus: number }>, splits: Array<{ name: SplitName, rows: number, commitment: string }>, dataset: { name: string, licence: string, origin: string, personalData: string, splitRule: string }, dictionary: Array<{ name: string, type: string, description: string, profile: { rows: number, missing: number, bins: Array<{ low: number | null, high: number | null, label: string | null, count: number }> } | null }>, calibration: { status: CalibrationStatus, splitsDone: number, splitsPlanned: number } } | null } };

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

export type DeploymentLogQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type DeploymentLogQuery = { auditSubjectTypes: Array<string>, auditLog: { events: Array<{ id: string, action: string, subjectType: string, subjectId: string, createdAt: string, actor: { id: string, name: string } | null, detail: Array<{ name: string, value: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeploymentChainQueryVariables = Exact<{
  knownHash?: string | null | undefined;
}>;


export type DeploymentChainQuery = { auditChain: { events: number, firstBrokenId: string | null, head: string, holdsKnownHash: boolean | null } };

export type AssignmentDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignmentDraftsQuery = { assignmentDrafts: Array<{ id: string, title: string, slug: string, fileName: string, status: AssignmentDraftStatus, updatedAt: string }> };

export type DraftSettingsFieldsFragment = { template: string | null, target: string | null, positive: string | null, id: string | null, group: string | null, time: string | null, series: string | null, user: string | null, item: string | null, rating: string | null, images: string | null, sensitive: Array<string>, splitRule: string | null, samplePercent: number | null, publicPercent: number | null, privatePercent: number | null, horizon: number | null, season: number | null, title: string, slug: string, summary: string, brief: string, stage: string | null, twinRows: number | null, perturbedRows: number | null, shuffledRetrains: number | null, scorer: string, scorerWeight: number | null, passMark: number | null, practicePerDay: number | null, certification: number | null, maxTeamSize: number | null, opensAt: string | null, dueAt: string | null, closesAt: string | null, lateDays: number | null, latePercent: number | null, trainSeconds: number | null, trainMemoryMib: number | null, licence: string, origin: string, personalData: string, mayBeShown: boolean, drawsAgain: boolean, weights: Array<{ key: string, weight: number, metrics: Array<string> | null }>, simpleAt: Array<{ metric: string, value: number }>, scorerMetrics: Array<{ name: string, label: string, direction: MetricDirection, bound: number, unit: string }> };

export type ProblemFieldsFragment = { file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null };

export type DraftImportFieldsFragment = { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null };

export type AssignmentDraftQueryVariables = Exact<{
  id: string | number;
}>;


export type AssignmentDraftQuery = { assignmentDraft: { id: string, fileName: string, follows: number | null, status: AssignmentDraftStatus, error: string | null, updatedAt: string, settings: { template: string | null, target: string | null, positive: string | null, id: string | null, group: string | null, time: string | null, series: string | null, user: string | null, item: string | null, rating: string | null, images: string | null, sensitive: Array<string>, splitRule: string | null, samplePercent: number | null, publicPercent: number | null, privatePercent: number | null, horizon: number | null, season: number | null, title: string, slug: string, summary: string, brief: string, stage: string | null, twinRows: number | null, perturbedRows: number | null, shuffledRetrains: number | null, scorer: string, scorerWeight: number | null, passMark: number | null, practicePerDay: number | null, certification: number | null, maxTeamSize: number | null, opensAt: string | null, dueAt: string | null, closesAt: string | null, lateDays: number | null, latePercent: number | null, trainSeconds: number | null, trainMemoryMib: number | null, licence: string, origin: string, personalData: string, mayBeShown: boolean, drawsAgain: boolean, weights: Array<{ key: string, weight: number, metrics: Array<string> | null }>, simpleAt: Array<{ metric: string, value: number }>, scorerMetrics: Array<{ name: string, label: string, direction: MetricDirection, bound: number, unit: string }> }, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, newestImport: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } | null, profile: { table: { rows: number, copies: number, columnCount: number, comparedTargets: Array<string>, columns: Array<{ name: string, kind: ColumnKind, isWhole: boolean, missing: number, distinct: number, bins: Array<{ low: number | null, high: number | null, label: string | null, count: number }> }>, determined: Array<{ column: string, target: string, size: number }>, images: { array: string, height: number, width: number, channels: number } | null }, templates: Array<{ name: string, stage: string, splitRule: string, samplePercent: number | null, publicPercent: number | null, privatePercent: number | null, passMark: number, practicePerDay: number, certification: number, maxTeamSize: number, trainSeconds: number, trainMemoryMib: number, twinRows: number | null, perturbedRows: number | null, shuffledRetrains: number | null, metrics: Array<{ name: string, label: string, direction: MetricDirection, graded: boolean }>, criteria: Array<{ key: string, title: string, mode: CriterionMode, weight: number, metrics: Array<string> }> }> } | null } };

export type DraftStagesQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftStagesQuery = { track: { stages: Array<{ slug: string, title: string }> } };

export type BeginAssignmentDraftMutationVariables = Exact<{
  uploadId: string | number;
}>;


export type BeginAssignmentDraftMutation = { beginAssignmentDraft: { id: string } };

export type BeginAssignmentVersionMutationVariables = Exact<{
  slug: string;
}>;


export type BeginAssignmentVersionMutation = { beginAssignmentVersion: { id: string } };

export type SaveAssignmentDraftMutationVariables = Exact<{
  id: string | number;
  settings: AssignmentDraftSettingsInput;
}>;


export type SaveAssignmentDraftMutation = { saveAssignmentDraft: { id: string, updatedAt: string } };

export type CheckAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckAssignmentDraftMutation = { checkAssignmentDraft: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type PublishAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type PublishAssignmentDraftMutation = { publishAssignmentDraft: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type ImportFolderMutationVariables = Exact<{
  input: ImportAssignmentInput;
}>;


export type ImportFolderMutation = { importAssignment: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type ExportableAssignmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportableAssignmentsQuery = { assignments: Array<{ slug: string, title: string, version: { version: number } | null }> };

export type ExportFolderMutationVariables = Exact<{
  input: ExportAssignmentInput;
}>;


export type ExportFolderMutation = { exportAssignment: { id: string } };

export type FolderExportQueryVariables = Exact<{
  id: string | number;
}>;


export type FolderExportQuery = { assignmentExport: { status: AssignmentExportStatus, senderKey: string | null, error: string | null } };

export type DiscardAssignmentDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardAssignmentDraftMutation = { discardAssignmentDraft: boolean };

export type DraftImportChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type DraftImportChangedSubscription = { assignmentImportChanged: { id: string, publish: boolean, status: AssignmentImportStatus, step: AssignmentImportStep | null, stepsDone: number, stepsPlanned: number, error: string | null, createdAt: string, finishedAt: string | null, problems: Array<{ file: string, line: number | null, path: string | null, column: string | null, message: string, suggestion: string | null }>, report: { slug: string, title: string, version: number | null, openedCohorts: number, notes: Array<string>, trial: Array<{ metric: string, label: string, unit: string, value: number, low: number, high: number, isOwn: boolean }> | null, parts: Array<{ name: SplitName, rows: number }>, drift: Array<{ column: string, size: number, unseenLevels: number }>, anchors: Array<{ metric: string, label: string, naive: number, whyWithoutWeight: string | null }> } | null } };

export type AssignmentCohortsQueryVariables = Exact<{
  slug: string;
}>;


export type AssignmentCohortsQuery = { assignment: { id: string, slug: string, title: string }, cohorts: Array<{ id: string, slug: string, name: string }> };

export type CohortsQueryVariables = Exact<{ [key: string]: never; }>;


export type CohortsQuery = { cohorts: Array<{ id: string, slug: string, name: string }> };

export type DatesFieldsFragment = { opensAt: string | null, dueAt: string | null, closesAt: string | null, assignment: { id: string, slug: string, title: string }, latePolicy: { perDayPenalty: number, maxDays: number } | null };

export type ExtensionFieldsFragment = { assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null };

export type EnrolledStudentFieldsFragment = { enrollmentId: string, studentId: string, name: string, lateDaysLeft: number, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> };

export type CohortGroupFieldsFragment = { id: string, name: string, lateDays: number | null, students: Array<{ studentId: string, name: string }>, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> };

export type CohortPlanQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type CohortPlanQuery = { cohortPlan: { timeZone: string, cohort: { id: string, slug: string, name: string }, dates: Array<{ opensAt: string | null, dueAt: string | null, closesAt: string | null, assignment: { id: string, slug: string, title: string }, latePolicy: { perDayPenalty: number, maxDays: number } | null }>, groups: Array<{ id: string, name: string, lateDays: number | null, students: Array<{ studentId: string, name: string }>, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> }>, students: { nodes: Array<{ enrollmentId: string, studentId: string, name: string, lateDaysLeft: number, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type SetAssignmentDatesMutationVariables = Exact<{
  input: AssignmentDatesInput;
}>;


export type SetAssignmentDatesMutation = { setAssignmentDates: boolean };

export type GrantExtensionMutationVariables = Exact<{
  input: ExtensionInput;
}>;


export type GrantExtensionMutation = { grantExtension: boolean };

export type WithdrawStudentMutationVariables = Exact<{
  enrollmentId: string | number;
  reason: string;
}>;


export type WithdrawStudentMutation = { withdrawStudent: boolean };

export type WithdrawExtensionMutationVariables = Exact<{
  input: ExtensionWithdrawalInput;
}>;


export type WithdrawExtensionMutation = { withdrawExtension: boolean };

export type SetLateDaysMutationVariables = Exact<{
  input: LateDaysInput;
}>;


export type SetLateDaysMutation = { setLateDays: boolean };

export type MakeGroupMutationVariables = Exact<{
  input: NewGroupInput;
}>;


export type MakeGroupMutation = { makeGroup: { id: string, name: string, lateDays: number | null, students: Array<{ studentId: string, name: string }>, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> } };

export type ChangeGroupMutationVariables = Exact<{
  input: GroupChangeInput;
}>;


export type ChangeGroupMutation = { changeGroup: { id: string, name: string, lateDays: number | null, students: Array<{ studentId: string, name: string }>, extensions: Array<{ assignmentId: string, dueAt: string | null, extraCertifications: number, reason: string, grantedBy: string, groupName: string | null }> } };

export type RemoveGroupMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveGroupMutation = { removeGroup: boolean };

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

export type DiagramTextFieldsFragment = { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> };

export type AuthoredDiagramDetailFieldsFragment = { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> };

export type AuthoredDiagramsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthoredDiagramsQuery = { authoredDiagrams: Array<{ id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean }> };

export type AuthoredDiagramQueryVariables = Exact<{
  slug: string;
}>;


export type AuthoredDiagramQuery = { authoredDiagram: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> }, authoredStages: Array<{ id: string, slug: string, title: string }>, track: { id: string, diagrams: Array<{ id: string, slug: string, redraw: { id: string, slug: string, title: string } | null }> } };

export type DiagramVersionQueryVariables = Exact<{
  diagramId: string | number;
  version: number;
}>;


export type DiagramVersionQuery = { diagramVersion: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } };

export type BeginDiagramMutationVariables = Exact<{
  input: BeginDiagramInput;
}>;


export type BeginDiagramMutation = { beginDiagram: { id: string, slug: string } };

export type SaveDiagramDraftMutationVariables = Exact<{
  input: SaveDiagramDraftInput;
}>;


export type SaveDiagramDraftMutation = { saveDiagramDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type RestoreDiagramVersionMutationVariables = Exact<{
  diagramId: string | number;
  version: number;
}>;


export type RestoreDiagramVersionMutation = { restoreDiagramVersion: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type DiscardDiagramDraftMutationVariables = Exact<{
  diagramId: string | number;
}>;


export type DiscardDiagramDraftMutation = { discardDiagramDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } | null };

export type PublishDiagramMutationVariables = Exact<{
  diagramId: string | number;
  revision: number;
  note: string;
}>;


export type PublishDiagramMutation = { publishDiagram: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type WithdrawDiagramMutationVariables = Exact<{
  diagramId: string | number;
}>;


export type WithdrawDiagramMutation = { withdrawDiagram: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } } | null, newest: { title: string, summary: string, stageSlug: string | null, nodes: Array<{ key: string, label: string, hint: string, x: number | null, y: number | null }>, edges: Array<{ from: string, to: string, label: string | null }>, distractors: Array<{ key: string, label: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type MoveDiagramMutationVariables = Exact<{
  diagramId: string | number;
  isEarlier: boolean;
}>;


export type MoveDiagramMutation = { moveDiagram: Array<{ id: string, slug: string }> };

export type PublishRedrawMutationVariables = Exact<{
  diagramId: string | number;
}>;


export type PublishRedrawMutation = { publishRedraw: { id: string } };

export type RedrawImportQueryVariables = Exact<{
  id: string | number;
}>;


export type RedrawImportQuery = { assignmentImport: { id: string, status: AssignmentImportStatus, error: string | null, problems: Array<{ message: string }> } };

export type DiagramsQueryVariables = Exact<{ [key: string]: never; }>;


export type DiagramsQuery = { track: { id: string, diagrams: Array<{ id: string, slug: string, title: string, summary: string, nodes: Array<{ key: string, label: string, hint: string }>, edges: Array<{ from: string, to: string, label: string | null }>, redraw: { id: string, slug: string, isPassed: boolean, bestPoints: number | null } | null }> } };

export type FleetWorkerFragment = { id: string, hostname: string, labels: Array<string>, concurrency: number, running: number, state: WorkerState, seenAt: string, engine: { version: string, containers: number, gpus: Array<string>, gpuProblem: string | null } | null };

export type FleetRunRowFragment = { id: string, organizationId: string, organizationName: string, isEnding: boolean, status: RunStatus, lane: string, workerId: string | null, phase: string | null, queuedAt: string, stuck: StuckReason | null };

export type FleetQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetQuery = { fleet: { isWhole: boolean, workers: Array<{ id: string, hostname: string, labels: Array<string>, concurrency: number, running: number, state: WorkerState, seenAt: string, engine: { version: string, containers: number, gpus: Array<string>, gpuProblem: string | null } | null }>, queue: Array<{ organizationId: string, organizationName: string, lane: string, resource: string, waiting: number, waitingSeconds: number, running: number, oldestAt: string | null }>, runs: Array<{ id: string, organizationId: string, organizationName: string, isEnding: boolean, status: RunStatus, lane: string, workerId: string | null, phase: string | null, queuedAt: string, stuck: StuckReason | null }>, endings: Array<{ what: Ending, reason: string, runs: number, newestAt: string }> } };

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

export type AuthoredLessonDetailFieldsFragment = { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> };

export type AuthoredLessonsQueryVariables = Exact<{
  stageSlug: string;
}>;


export type AuthoredLessonsQuery = { stage: { id: string, slug: string, title: string }, authoredLessons: Array<{ id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean }> };

export type AuthoredLessonQueryVariables = Exact<{
  stageSlug: string;
  lessonSlug: string;
}>;


export type AuthoredLessonQuery = { stage: { id: string, slug: string, title: string }, authoredLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

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


export type SaveLessonDraftMutation = { saveLessonDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type RestoreLessonVersionMutationVariables = Exact<{
  lessonId: string | number;
  version: number;
}>;


export type RestoreLessonVersionMutation = { restoreLessonVersion: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type DiscardLessonDraftMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type DiscardLessonDraftMutation = { discardLessonDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } | null };

export type PublishLessonMutationVariables = Exact<{
  lessonId: string | number;
  revision: number;
  note: string;
}>;


export type PublishLessonMutation = { publishLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type WithdrawLessonMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type WithdrawLessonMutation = { withdrawLesson: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type MoveLessonMutationVariables = Exact<{
  lessonId: string | number;
  isEarlier: boolean;
}>;


export type MoveLessonMutation = { moveLesson: Array<{ id: string, slug: string }> };

export type MoveReadersMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type MoveReadersMutation = { moveReaders: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, readersBehind: number, draft: { revision: number, title: string, summary: string, minutes: number, body: string, savedBy: string, savedAt: string } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

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


export type LessonQuery = { lesson: { id: string, slug: string, title: string, summary: string, minutes: number, body: string, version: number, newestVersion: number, isBegun: boolean, stage: { id: string, slug: string, title: string, position: number, lessons: Array<{ id: string, slug: string, title: string, minutes: number }> } } };

export type BeginReadingMutationVariables = Exact<{
  lessonId: string | number;
  version: number;
}>;


export type BeginReadingMutation = { beginReading: boolean };

export type ReadNewestVersionMutationVariables = Exact<{
  lessonId: string | number;
}>;


export type ReadNewestVersionMutation = { readNewestVersion: boolean };

export type LtiToolFieldsFragment = { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> };

export type LtiToolQueryVariables = Exact<{ [key: string]: never; }>;


export type LtiToolQuery = { ltiTool: { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type RegisterLtiPlatformMutationVariables = Exact<{
  input: LtiPlatformInput;
}>;


export type RegisterLtiPlatformMutation = { registerLtiPlatform: { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type SetLtiAdmissionMutationVariables = Exact<{
  input: LtiAdmissionInput;
}>;


export type SetLtiAdmissionMutation = { setLtiAdmission: { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type RemoveLtiPlatformMutationVariables = Exact<{
  platformId: string | number;
}>;


export type RemoveLtiPlatformMutation = { removeLtiPlatform: { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

export type ChangeLtiKeyMutationVariables = Exact<{ [key: string]: never; }>;


export type ChangeLtiKeyMutation = { changeLtiKey: { loginUrl: string, launchUrl: string, keysUrl: string, keySince: string | null, platforms: Array<{ id: string, name: string, issuer: string, clientId: string, deploymentId: string, admitsPeople: boolean, highestRole: Role, links: number, people: number, failing: number, lastFailure: string | null, launchedAt: string | null }> } };

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

export type CohortRowFragment = { id: string, slug: string, name: string, timeZone: string, startsAt: string | null, endsAt: string | null, archivedAt: string | null, students: number };

export type OrganizationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganizationSettingsQuery = { organizationSettings: { id: string, slug: string, name: string, accent: Accent, logoUrl: string | null }, cohortSettings: Array<{ id: string, slug: string, name: string, timeZone: string, startsAt: string | null, endsAt: string | null, archivedAt: string | null, students: number }> };

export type SetOrganizationSettingsMutationVariables = Exact<{
  input: OrganizationSettingsInput;
}>;


export type SetOrganizationSettingsMutation = { setOrganizationSettings: { id: string } };

export type RemoveLogoMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveLogoMutation = { removeLogo: { id: string } };

export type CreateCohortMutationVariables = Exact<{
  input: CohortSettingsInput;
  slug?: string | null | undefined;
}>;


export type CreateCohortMutation = { createCohort: { id: string } };

export type ChangeCohortMutationVariables = Exact<{
  id: string | number;
  input: CohortSettingsInput;
}>;


export type ChangeCohortMutation = { changeCohort: { id: string } };

export type ArchiveCohortMutationVariables = Exact<{
  id: string | number;
  isArchived: boolean;
}>;


export type ArchiveCohortMutation = { archiveCohort: { id: string } };

export type WatchedOrganizationRowFragment = { id: string, slug: string, name: string, weight: number, archivedAt: string | null, createdAt: string, members: number, administrators: number, openRuns: number };

export type OrganizationsQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationsQuery = { organizations: { organizations: Array<{ id: string, slug: string, name: string, weight: number, archivedAt: string | null, createdAt: string, members: number, administrators: number, openRuns: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { organizationId: string, link: string, isMailed: boolean } };

export type ChangeOrganizationMutationVariables = Exact<{
  input: ChangeOrganizationInput;
}>;


export type ChangeOrganizationMutation = { changeOrganization: boolean };

export type InviteAdministratorMutationVariables = Exact<{
  id: string | number;
  email: string;
}>;


export type InviteAdministratorMutation = { inviteAdministrator: { organizationId: string, link: string, isMailed: boolean } };

export type ArchiveOrganizationMutationVariables = Exact<{
  id: string | number;
  isArchived: boolean;
}>;


export type ArchiveOrganizationMutation = { archiveOrganization: boolean };

export type MemberFragment = { id: string, name: string, role: Role, joinedAt: string, isViewer: boolean };

export type PeopleQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  role?: Role | null | undefined;
  email?: string | null | undefined;
}>;


export type PeopleQuery = { memberships: { nodes: Array<{ id: string, name: string, role: Role, joinedAt: string, isViewer: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, invitations: Array<{ id: string, role: Role, status: InvitationStatus, isExpired: boolean, cohortName: string | null, createdAt: string, expiresAt: string, letter: LetterState, letterAt: string | null, letterProblem: string | null, maySend: boolean }>, cohorts: Array<{ id: string, slug: string, name: string }> };

export type InviteMutationVariables = Exact<{
  input: InviteInput;
}>;


export type InviteMutation = { invite: { id: string, role: Role, status: InvitationStatus, expiresAt: string, link: string | null, letter: LetterState } };

export type SendInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type SendInvitationMutation = { sendInvitation: { id: string, link: string | null, letter: LetterState } };

export type RevokeInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { id: string, status: InvitationStatus } };

export type InvitedToQueryVariables = Exact<{
  token: string;
}>;


export type InvitedToQuery = { invitedTo: { organizationName: string, logoUrl: string | null, role: Role } | null };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { role: Role, organization: { id: string, slug: string, name: string } } };

export type ChangeRoleMutationVariables = Exact<{
  id: string | number;
  role: Role;
  isInstead: boolean;
}>;


export type ChangeRoleMutation = { changeRole: boolean };

export type EnrollStudentMutationVariables = Exact<{
  email: string;
  cohortId: string | number;
}>;


export type EnrollStudentMutation = { enrollStudent: boolean };

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


export type QuotasQuery = { quotas: Array<{ id: string, scope: QuotaScope, name: string | null, runsPerDay: number | null, cpuSeconds: number | null, gpuSeconds: number | null, storageBytes: number | null, parallelRuns: number | null, expiresAt: string | null, isExpired: boolean, reason: string }>, organizationQuota: Array<{ what: QuotaKind, limit: number, used: number }>, cohorts: Array<{ id: string, slug: string, name: string }> };

export type FindStudentsQueryVariables = Exact<{
  search: string;
}>;


export type FindStudentsQuery = { memberships: { nodes: Array<{ id: string, name: string }> } };

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


export type RedrawQuery = { assignment: { id: string, slug: string, title: string, summary: string, bestPoints: number | null, isPassed: boolean, stage: { id: string, slug: string, title: string }, policy: { isOpen: boolean, closedReason: string | null, dueAt: string | null, extendedFrom: string | null, closesAt: string | null, timeZone: string, practiceLeftToday: number, practicePerDay: number, nextPracticeAt: string | null, certificationsLeft: number, certificationLimit: number }, version: { id: string, version: number, passMark: number, integrityPolicy: string, diagram: { picture: string, labels: Array<{ key: string, label: string }>, feedback: { practice: DiagramFeedback, certification: DiagramFeedback } } | null } | null } };

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

export type OpenRegradeFragment = { id: string, runId: string, createdAt: string, assignment: { id: string, title: string }, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> };

export type OpenRegradeRequestsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OpenRegradeRequestsQuery = { openRegradeRequests: { requests: Array<{ id: string, runId: string, createdAt: string, assignment: { id: string, title: string }, messages: Array<{ author: string, isFromStudent: boolean, text: string, at: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

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

export type RerunChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type RerunChangedSubscription = { rerunChanged: { id: string, status: RerunStatus, summary: { underWay: number, committed: number } } };

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
  reason: string;
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


export type StageQuery = { stage: { id: string, slug: string, position: number, title: string, goal: string, unlocks: string, overview: string, progress: StageProgress, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }>, lessons: Array<{ id: string, slug: string, title: string, summary: string, minutes: number }>, diagrams: Array<{ id: string, slug: string, title: string, summary: string, nodes: Array<{ key: string, label: string }>, edges: Array<{ from: string, to: string }> }>, assignments: Array<{ id: string, slug: string, kind: AssignmentKind, title: string, summary: string, bestPoints: number | null, isPassed: boolean }> } };

export type RosterImportFieldsFragment = { id: string, source: RosterSource, name: string, importedBy: string, importedAt: string, invited: number, placed: number, unchanged: number, refused: number, mayUndo: boolean, undoneAt: string | null, undoneBy: string | null, undoReason: string | null };

export type RosterImportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RosterImportsQuery = { rosterImports: { nodes: Array<{ id: string, source: RosterSource, name: string, importedBy: string, importedAt: string, invited: number, placed: number, unchanged: number, refused: number, mayUndo: boolean, undoneAt: string | null, undoneBy: string | null, undoReason: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RosterUndoQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  effect?: RosterUndo | null | undefined;
}>;


export type RosterUndoQuery = { rosterUndo: { import: { id: string, source: RosterSource, name: string, importedBy: string, importedAt: string, invited: number, placed: number, unchanged: number, refused: number, mayUndo: boolean, undoneAt: string | null, undoneBy: string | null, undoReason: string | null }, counts: Array<{ effect: RosterUndo, rows: number }>, rows: Array<{ line: number, person: string | null, role: Role, cohortName: string | null, effect: RosterUndo }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UndoRosterImportMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type UndoRosterImportMutation = { undoRosterImport: { id: string, undoneAt: string | null } };

export type RubricCriterionFieldsFragment = { key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> };

export type RubricQueryVariables = Exact<{
  slug: string;
}>;


export type RubricQuery = { rubric: { assignmentSlug: string, assignmentTitle: string, assignmentVersion: number, version: number, reason: string | null, criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> }> } };

export type ReusedRubricQueryVariables = Exact<{
  slug: string;
}>;


export type ReusedRubricQuery = { rubric: { criteria: Array<{ key: string, title: string, description: string, workflowStep: WorkflowStep, mode: CriterionMode, weight: number, isRequired: boolean, skills: Array<Skill>, advice: string, levels: Array<{ points: number, label: string, description: string }> }> } };

export type RubricSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type RubricSourcesQuery = { assignments: Array<{ slug: string, title: string }> };

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

export type RunStateFragment = { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null, samples: Array<{ seconds: number, cpuSeconds: number, memoryBytes: number }> }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null };

export type RunQueryVariables = Exact<{
  id: string | number;
}>;


export type RunQuery = { run: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, rerun: { originalRunId: string, runId: string, version: number, reason: string } | null, assignment: { id: string, slug: string, title: string, stage: { id: string, slug: string, title: string } }, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null, samples: Array<{ seconds: number, cpuSeconds: number, memoryBytes: number }> }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

export type LogLineFragment = { sequence: number, attempt: number, phase: PhaseName, text: string };

export type CancelRunMutationVariables = Exact<{
  runId: string | number;
}>;


export type CancelRunMutation = { cancelRun: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null, samples: Array<{ seconds: number, cpuSeconds: number, memoryBytes: number }> }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

export type RunChangedSubscriptionVariables = Exact<{
  runId: string | number;
}>;


export type RunChangedSubscription = { runChanged: { seed: number, attempt: number, cpuSeconds: number, id: string, kind: RunKind, status: RunStatus, outcome: Outcome | null, reason: string | null, message: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, isCancelRequested: boolean, isHeld: boolean, errorDetail: { phase: PhaseName, file: string | null, line: number | null, rule: string | null } | null, queue: { position: number, etaSeconds: number | null } | null, phases: Array<{ id: string, name: PhaseName, label: string, status: PhaseStatus, attempt: number, position: number, limitSeconds: number, startedAt: string, endedAt: string | null, wallMs: number | null, cpuSeconds: number | null, maxRssBytes: number | null, samples: Array<{ seconds: number, cpuSeconds: number, memoryBytes: number }> }>, phaseLimits: Array<{ phase: PhaseName, memoryBytes: number }>, submission: { id: string, fileName: string, archiveDigest: string, archiveBytes: number, gitCommit: string | null, createdAt: string, declaration: { aiUse: AiUse, help: string, isOwnWork: boolean, policy: string | null } | null }, receipt: { digest: string, statement: string } | null, images: Array<{ name: string, id: string, packageCount: number | null }>, reproduction: { id: string, originalRunId: string, runId: string, isRunVisible: boolean, requestedBy: string | null, verdict: ReproductionVerdict | null, createdAt: string, isSameHardware: boolean, isSameAnchors: boolean, isSameScorer: boolean, measures: Array<{ name: string, label: string, unit: string, agreement: ReproductionAgreement, original: number | null, reproduced: number | null, tolerance: number | null }>, files: Array<{ name: string, isPrediction: boolean, isSame: boolean, rows: { count: number, changed: number, largest: number | null } | null }>, missingImages: Array<{ name: string, id: string }> } | null, artifacts: Array<{ id: string, name: string, kind: ArtifactKind, isHidden: boolean, digest: string, bytes: number, deletedAt: string | null }>, assignment: { id: string, slug: string, title: string }, student: { id: string, name: string }, score: { id: string, value: number, low: number, high: number, passMark: number, isPassed: boolean, isProvisional: boolean } | null } };

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


export type SignInOrganizationQuery = { signInOrganization: { slug: string, name: string, logoUrl: string | null } | null };

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

export type StageTextFieldsFragment = { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> };

export type AuthoredStageDetailFieldsFragment = { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> };

export type AuthoredStagesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthoredStagesQuery = { authoredStages: Array<{ id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean }> };

export type AuthoredStageQueryVariables = Exact<{
  slug: string;
}>;


export type AuthoredStageQuery = { authoredStage: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type StageVersionQueryVariables = Exact<{
  stageId: string | number;
  version: number;
}>;


export type StageVersionQuery = { stageVersion: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } };

export type BeginStageMutationVariables = Exact<{
  input: BeginStageInput;
}>;


export type BeginStageMutation = { beginStage: { id: string, slug: string } };

export type SaveStageDraftMutationVariables = Exact<{
  input: SaveStageDraftInput;
}>;


export type SaveStageDraftMutation = { saveStageDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type RestoreStageVersionMutationVariables = Exact<{
  stageId: string | number;
  version: number;
}>;


export type RestoreStageVersionMutation = { restoreStageVersion: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type DiscardStageDraftMutationVariables = Exact<{
  stageId: string | number;
}>;


export type DiscardStageDraftMutation = { discardStageDraft: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } | null };

export type PublishStageMutationVariables = Exact<{
  stageId: string | number;
  revision: number;
  note: string;
}>;


export type PublishStageMutation = { publishStage: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type WithdrawStageMutationVariables = Exact<{
  stageId: string | number;
}>;


export type WithdrawStageMutation = { withdrawStage: { id: string, slug: string, title: string, isPublished: boolean, version: number | null, hasDraft: boolean, draft: { revision: number, text: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } } | null, newest: { title: string, goal: string, unlocks: string, overview: string, skills: Array<Skill>, passesNeeded: number | null, studyAnchors: Array<{ title: string, provider: string, url: string, why: string }> } | null, versions: Array<{ version: number, title: string, note: string, publishedBy: string | null, publishedAt: string }> } };

export type MoveStageMutationVariables = Exact<{
  stageId: string | number;
  isEarlier: boolean;
}>;


export type MoveStageMutation = { moveStage: Array<{ id: string, slug: string }> };

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

export type StudentsWithoutTeamQueryVariables = Exact<{
  assignmentSlug: string;
  cohortId: string | number;
  search: string;
}>;


export type StudentsWithoutTeamQuery = { studentsWithoutTeam: Array<{ id: string, name: string }> };

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


export type ViewerQuery = { viewer: { id: string, name: string, email: string, isOperator: boolean, impersonatedUntil: string | null, opensOneOrganization: boolean, organization: { id: string, slug: string, name: string } | null, branding: { accent: Accent, logoUrl: string | null } | null, memberships: Array<{ id: string, role: Role, organization: { id: string, slug: string, name: string } }> } | null };
