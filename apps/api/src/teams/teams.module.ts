import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { TeamsResolver } from './teams.resolver.js';
import { TeamsService } from './teams.service.js';

@Module({ imports: [QueueModule, RunsModule], providers: [TeamsResolver, TeamsService] })
export class TeamsModule {}
