import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AnalyticsModule } from './analytics/analytics.module.js';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { ArtifactsModule } from './artifacts/artifacts.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthoringModule } from './authoring/authoring.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { DrawingsModule } from './drawings/drawings.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { FilesModule } from './files/files.module.js';
import { GradesModule } from './grades/grades.module.js';
import { FleetModule } from './fleet/fleet.module.js';
import { HoldoutGraphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { ErrorFilter } from './http/error.filter.js';
import { loggerOptions } from './http/logging.js';
import { HiringModule } from './hiring/hiring.module.js';
import { InfrastructureModule } from './infrastructure.module.js';
import { ImpersonationsModule } from './impersonations/impersonations.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LeaderboardsModule } from './leaderboards/leaderboards.module.js';
import { LessonsModule } from './lessons/lessons.module.js';
import { LtiModule } from './lti/lti.module.js';
import { MembershipsModule } from './memberships/memberships.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OperationModule } from './operation/operation.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { OwnDataModule } from './own-data/own-data.module.js';
import { PasskeysModule } from './passkeys/passkeys.module.js';
import { SecondFactorModule } from './second-factor/second-factor.module.js';
import { QuotasModule } from './quotas/quotas.module.js';
import { PortfoliosModule } from './portfolios/portfolios.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { RegradesModule } from './regrades/regrades.module.js';
import { ReproductionsModule } from './reproductions/reproductions.module.js';
import { RerunsModule } from './reruns/reruns.module.js';
import { RubricsModule } from './rubrics/rubrics.module.js';
import { RosterModule } from './roster/roster.module.js';
import { RunsModule } from './runs/runs.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import type { ApiConfig } from './settings.js';
import { SimilarityModule } from './similarity/similarity.module.js';
import { SingleSignOnModule } from './single-sign-on/single-sign-on.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';
import { TeamsModule } from './teams/teams.module.js';
import { TracksModule } from './tracks/tracks.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { ViewerModule } from './viewer/viewer.module.js';

@Module({})
export class AppModule {
  static with(config: ApiConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(config)),
        InfrastructureModule.with(config),
        AuthModule,
        OperationModule,
        HoldoutGraphqlModule,
        ViewerModule,
        OrganizationsModule,
        MembershipsModule,
        AuditModule,
        FleetModule,
        QuotasModule,
        ImpersonationsModule,
        InvitationsModule,
        RosterModule,
        CohortsModule,
        AnalyticsModule,
        SimilarityModule,
        GradesModule,
        AnnouncementsModule,
        TracksModule,
        LessonsModule,
        FiguresModule,
        LtiModule,
        AssignmentsModule,
        AuthoringModule,
        TeamsModule,
        SubmissionsModule,
        DrawingsModule,
        RegradesModule,
        NotificationsModule,
        RunsModule,
        ReproductionsModule,
        ArtifactsModule,
        ReviewsModule,
        RerunsModule,
        RubricsModule,
        LeaderboardsModule,
        UploadsModule,
        FilesModule,
        CredentialsModule,
        PortfoliosModule,
        HiringModule,
        ApiKeysModule,
        SessionsModule,
        OwnDataModule,
        PasskeysModule,
        SecondFactorModule,
        SingleSignOnModule,
        HealthModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ErrorFilter }],
    };
  }
}
