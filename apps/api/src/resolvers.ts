import { AnalyticsResolver } from './analytics/analytics.resolver.js';
import { AnnouncementsResolver } from './announcements/announcements.resolver.js';
import { ApiKeysResolver } from './api-keys/api-keys.resolver.js';
import { ArtifactsResolver } from './artifacts/artifacts.resolver.js';
import { AssignmentDraftsResolver } from './authoring/assignment-drafts.resolver.js';
import { AssignmentExportsResolver } from './authoring/assignment-exports.resolver.js';
import { AssignmentImportsResolver } from './authoring/assignment-imports.resolver.js';
import { RedrawExercisesResolver } from './authoring/redraw-exercises.resolver.js';
import { AssignmentsResolver } from './assignments/assignments.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { CandidatesResolver } from './hiring/candidates.resolver.js';
import { CohortGroupsResolver } from './cohorts/cohort-groups.resolver.js';
import { CohortPlanResolver } from './cohorts/cohort-plan.resolver.js';
import { CohortSettingsResolver } from './cohorts/cohort-settings.resolver.js';
import { CohortsResolver } from './cohorts/cohorts.resolver.js';
import { ContactsResolver } from './hiring/contacts.resolver.js';
import { ComparisonsResolver } from './runs/comparisons.resolver.js';
import { DrawingsResolver } from './drawings/drawings.resolver.js';
import { CredentialReproductionsResolver } from './reproductions/credential-reproductions.resolver.js';
import { CredentialsResolver } from './credentials/credentials.resolver.js';
import { IssuerResolver } from './credentials/issuer.resolver.js';
import { RunCredentialsResolver } from './credentials/run-credentials.resolver.js';
import { GradesResolver } from './grades/grades.resolver.js';
import { HeldRunResolver } from './grades/held-run.resolver.js';
import { FleetResolver } from './fleet/fleet.resolver.js';
import { ImpersonationsResolver } from './impersonations/impersonations.resolver.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { LeaderboardsResolver } from './leaderboards/leaderboards.resolver.js';
import { AuthoredLessonsResolver } from './lessons/authored-lessons.resolver.js';
import { LessonsResolver } from './lessons/lessons.resolver.js';
import { LtiLaunchesResolver } from './lti/lti-launches.resolver.js';
import { LtiPassbacksResolver } from './lti/lti-passbacks.resolver.js';
import { LtiPlatformsResolver } from './lti/lti-platforms.resolver.js';
import { MembershipsResolver } from './memberships/memberships.resolver.js';
import { NotificationsResolver } from './notifications/notifications.resolver.js';
import { OrganizationSettingsResolver } from './organizations/organization-settings.resolver.js';
import { OrganizationsResolver } from './organizations/organizations.resolver.js';
import { OwnDataResolver } from './own-data/own-data.resolver.js';
import { PasskeysResolver } from './passkeys/passkeys.resolver.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { QuotasResolver } from './quotas/quotas.resolver.js';
import { PortfolioResultsResolver } from './portfolios/portfolio-results.resolver.js';
import { PortfoliosResolver } from './portfolios/portfolios.resolver.js';
import { PublishedPortfoliosResolver } from './portfolios/published-portfolios.resolver.js';
import { ShareLinksResolver } from './portfolios/share-links.resolver.js';
import { ReviewFieldsResolver } from './reviews/review-fields.resolver.js';
import { ReviewedRunResolver } from './reviews/reviewed-run.resolver.js';
import { ReviewSettingsResolver } from './reviews/review-settings.resolver.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';
import { RegradedAssignmentResolver } from './regrades/regraded-assignment.resolver.js';
import { RegradesResolver } from './regrades/regrades.resolver.js';
import { ReproductionsResolver } from './reproductions/reproductions.resolver.js';
import { RerunOfRunResolver } from './reruns/rerun-of-run.resolver.js';
import { RerunChangesResolver } from './reruns/rerun-changes.resolver.js';
import { RerunsResolver } from './reruns/reruns.resolver.js';
import { RosterImportsResolver } from './roster/roster-imports.resolver.js';
import { RubricsResolver } from './rubrics/rubrics.resolver.js';
import { ShortlistResolver } from './hiring/shortlist.resolver.js';
import { RunSubscriptionsResolver } from './runs/run-subscriptions.resolver.js';
import { RunsResolver } from './runs/runs.resolver.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SimilarityResolver } from './similarity/similarity.resolver.js';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver.js';
import { SubmissionsResolver } from './submissions/submissions.resolver.js';
import { AuthoredDiagramsResolver } from './tracks/authored-diagrams.resolver.js';
import { AuthoredStagesResolver } from './tracks/authored-stages.resolver.js';
import { ConceptDiagramsResolver } from './tracks/concept-diagrams.resolver.js';
import { StagesResolver } from './tracks/stages.resolver.js';
import { TeamsResolver } from './teams/teams.resolver.js';
import { TracksResolver } from './tracks/tracks.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

/** Every resolver: what the written schema is made of, and what the tests walk through. */
export const RESOLVERS = [
  AnalyticsResolver,
  AnnouncementsResolver,
  ApiKeysResolver,
  ArtifactsResolver,
  AssignmentDraftsResolver,
  AssignmentExportsResolver,
  AssignmentImportsResolver,
  AssignmentsResolver,
  AuditResolver,
  CandidatesResolver,
  CohortGroupsResolver,
  CohortPlanResolver,
  CohortSettingsResolver,
  CohortsResolver,
  ComparisonsResolver,
  ContactsResolver,
  ConceptDiagramsResolver,
  DrawingsResolver,
  CredentialReproductionsResolver,
  CredentialsResolver,
  IssuerResolver,
  RunCredentialsResolver,
  GradesResolver,
  HeldRunResolver,
  FleetResolver,
  ImpersonationsResolver,
  InvitationsResolver,
  LeaderboardsResolver,
  AuthoredLessonsResolver,
  AuthoredDiagramsResolver,
  AuthoredStagesResolver,
  RedrawExercisesResolver,
  LessonsResolver,
  LtiLaunchesResolver,
  LtiPassbacksResolver,
  LtiPlatformsResolver,
  MembershipsResolver,
  NotificationsResolver,
  OrganizationSettingsResolver,
  OrganizationsResolver,
  OwnDataResolver,
  PasskeysResolver,
  SecondFactorResolver,
  SingleSignOnResolver,
  QuotasResolver,
  PortfolioResultsResolver,
  PortfoliosResolver,
  PublishedPortfoliosResolver,
  ShareLinksResolver,
  ReviewFieldsResolver,
  ReviewedRunResolver,
  ReviewSettingsResolver,
  ReviewsResolver,
  RegradedAssignmentResolver,
  RegradesResolver,
  ReproductionsResolver,
  RerunOfRunResolver,
  RerunChangesResolver,
  RerunsResolver,
  RosterImportsResolver,
  RubricsResolver,
  ShortlistResolver,
  RunSubscriptionsResolver,
  RunsResolver,
  SessionsResolver,
  SimilarityResolver,
  SubmissionsResolver,
  StagesResolver,
  TeamsResolver,
  TracksResolver,
  ViewerResolver,
] as const;
