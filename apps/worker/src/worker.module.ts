import { Module } from '@nestjs/common';
import type { WorkerConfig } from '@holdout/config';
import { AuthoringModule } from './authoring/authoring.module.js';
import { CalibrationModule } from './calibration/calibration.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { GradingModule } from './grading/grading.module.js';
import { LtiModule } from './lti/lti.module.js';
import { MailModule } from './mail/mail.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { RescoringModule } from './rescoring/rescoring.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SimilarityModule } from './similarity/similarity.module.js';
import { SweepingModule } from './sweeping/sweeping.module.js';

@Module({})
export class WorkerModule {
  static forRoot(config: WorkerConfig) {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config),
        GradingModule,
        SweepingModule,
        CalibrationModule,
        CredentialsModule,
        PublishingModule,
        RescoringModule,
        AuthoringModule,
        SimilarityModule,
        RetentionModule,
        MailModule,
        LtiModule,
      ],
    };
  }
}
