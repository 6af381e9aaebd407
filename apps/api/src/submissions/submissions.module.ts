import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { SubmissionsResolver } from './submissions.resolver.js';
import { SubmissionsService } from './submissions.service.js';

@Module({ imports: [UploadsModule, QueueModule], providers: [SubmissionsResolver, SubmissionsService] })
export class SubmissionsModule {}
