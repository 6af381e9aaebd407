import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { BoardBands } from './board-bands.js';
import { BoardPages } from './board-pages.js';
import { LeaderboardsResolver } from './leaderboards.resolver.js';
import { LeaderboardsService } from './leaderboards.service.js';
import { PseudonymsService } from './pseudonyms.service.js';

@Module({
  imports: [RunsModule],
  providers: [LeaderboardsResolver, LeaderboardsService, PseudonymsService, BoardBands, BoardPages],
})
export class LeaderboardsModule {}
