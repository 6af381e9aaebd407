import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';

@Module({ imports: [RunsModule], providers: [NotificationsResolver, NotificationsService] })
export class NotificationsModule {}
