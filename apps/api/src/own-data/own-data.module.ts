import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { RegradesModule } from '../regrades/regrades.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { DataExportService } from './data-export.service.js';
import { OrganizationExport } from './organization-export.js';
import { OwnDataFilesController } from './own-data-files.controller.js';
import { OwnDataResolver } from './own-data.resolver.js';

@Module({
  imports: [ApiKeysModule, CredentialsModule, RegradesModule, ReviewsModule, RunsModule, SessionsModule],
  controllers: [OwnDataFilesController],
  providers: [OwnDataResolver, DataExportService, AccountDeletionService, OrganizationExport],
})
export class OwnDataModule {}
