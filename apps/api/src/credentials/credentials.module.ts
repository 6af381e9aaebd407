import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { CredentialFilesController } from './credential-files.controller.js';
import { CredentialsResolver } from './credentials.resolver.js';
import { CredentialsService } from './credentials.service.js';
import { IssuerResolver } from './issuer.resolver.js';
import { IssuerService } from './issuer.service.js';
import { PublishedController } from './published.controller.js';
import { PublishedService } from './published.service.js';
import { RunCredentialsResolver } from './run-credentials.resolver.js';

@Module({
  imports: [RunsModule],
  controllers: [CredentialFilesController, PublishedController],
  providers: [
    CredentialsResolver,
    CredentialsService,
    IssuerResolver,
    IssuerService,
    PublishedService,
    RunCredentialsResolver,
  ],
  exports: [CredentialsService],
})
export class CredentialsModule {}
