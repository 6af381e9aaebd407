import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { LeaderboardsService } from './leaderboards.service.js';
import { LeaderboardType } from './leaderboards.types.js';

@Resolver(() => LeaderboardType)
export class LeaderboardsResolver {
  constructor(private readonly service: LeaderboardsService) {}

  @AllowRoles(...RUN_READERS)
  @Query(() => LeaderboardType)
  leaderboard(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
  ) {
    return this.service.leaderboard(operation, assignmentSlug, first ?? 50);
  }
}
