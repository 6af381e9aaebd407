import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { STAFF } from '../operation/viewer.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { RunType } from '../runs/runs.types.js';
import { RegradeReplyInput, RegradeRequestPageType, RegradeRequestType } from './regrades.types.js';
import { RegradesService } from './regrades.service.js';

@Resolver(() => RunType)
export class RegradesResolver {
  constructor(private readonly service: RegradesService) {}

  @ResolveField(() => [RegradeRequestType], { description: 'Newest first.' })
  regradeRequests(@CurrentOperation() operation: Operation, @Parent() run: { id: string }) {
    return this.service.ofRun(operation, run.id);
  }

  @AllowRoles(...STAFF)
  @Query(() => RegradeRequestPageType, { description: 'Open requests, the oldest first.' })
  openRegradeRequests(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.open(operation, first ?? 20, after ?? null);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => RegradeRequestType)
  requestRegrade(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('reason') reason: string,
  ) {
    return this.service.request(operation, runId, reason);
  }

  @AllowRoles(...RUN_READERS)
  @Mutation(() => RegradeRequestType)
  replyToRegradeRequest(@CurrentOperation() operation: Operation, @Args('input') input: RegradeReplyInput) {
    return this.service.reply(operation, input);
  }
}
