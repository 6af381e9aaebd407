import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { AnnouncementsResolver } from './announcements.resolver.js';
import { AnnouncementsService } from './announcements.service.js';

@Module({ imports: [RunsModule], providers: [AnnouncementsResolver, AnnouncementsService] })
export class AnnouncementsModule {}
