import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { LeaderboardsResolver } from './leaderboards.resolver.js';
import { LeaderboardsService } from './leaderboards.service.js';

@Module({ imports: [RunsModule], providers: [LeaderboardsResolver, LeaderboardsService] })
export class LeaderboardsModule {}
