import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LeaderboardBoardEnum, type LeaderboardBoard } from '../graphql/enums.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { LeaderboardsService } from './leaderboards.service.js';
import { LeaderboardType } from './leaderboards.types.js';
import { PseudonymsService } from './pseudonyms.service.js';

@Resolver(() => LeaderboardType)
export class LeaderboardsResolver {
  constructor(
    private readonly service: LeaderboardsService,
    private readonly pseudonyms: PseudonymsService,
  ) {}

  @AllowRoles(...RUN_READERS)
  @Query(() => LeaderboardType)
  leaderboard(
    @CurrentOperation() operation: Operation,
    @Args('assignmentSlug') assignmentSlug: string,
    @Args('board', { type: () => LeaderboardBoardEnum, defaultValue: 'PUBLIC' }) board: LeaderboardBoard,
    @Args('cohortSlug', { type: () => String, nullable: true }) cohortSlug: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.leaderboard(operation, {
      assignmentSlug,
      board,
      first: first ?? 50,
      cohortSlug: cohortSlug ?? null,
      after: after ?? null,
    });
  }

  @AllowRoles('STUDENT')
  @Query(() => String, {
    nullable: true,
    description: 'What the viewer is called on leaderboards; null: their name.',
  })
  pseudonym(@CurrentOperation() operation: Operation) {
    return this.pseudonyms.own(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => String, {
    nullable: true,
    description: 'Without a name, leaderboards show one’s own again.',
  })
  setPseudonym(
    @CurrentOperation() operation: Operation,
    @Args('name', { type: () => String, nullable: true }) name: string | null,
  ) {
    return this.pseudonyms.set(operation, name ?? null);
  }
}
