import { Module } from '@nestjs/common';
import { GitModule } from '../git/git.module.js';
import { QueueModule } from '../queue.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { GitSubmissionsService } from './git-submissions.service.js';
import { SubmissionsResolver } from './submissions.resolver.js';
import { SubmissionsService } from './submissions.service.js';

@Module({
  imports: [UploadsModule, QueueModule, GitModule],
  providers: [SubmissionsResolver, SubmissionsService, GitSubmissionsService],
})
export class SubmissionsModule {}
