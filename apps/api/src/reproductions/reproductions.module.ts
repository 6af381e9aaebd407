import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { PackageListsController } from './package-lists.controller.js';
import { CredentialReproductionsResolver } from './credential-reproductions.resolver.js';
import { CredentialReproductionsService } from './credential-reproductions.service.js';
import { ReproductionsResolver } from './reproductions.resolver.js';
import { ReproductionsService } from './reproductions.service.js';

@Module({
  imports: [RunsModule, QueueModule],
  controllers: [PackageListsController],
  providers: [
    CredentialReproductionsResolver,
    CredentialReproductionsService,
    ReproductionsResolver,
    ReproductionsService,
  ],
})
export class ReproductionsModule {}
