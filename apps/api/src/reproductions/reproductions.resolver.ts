import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';
import { ReproductionsService } from './reproductions.service.js';
import { GradingImageType, ReproductionType } from './reproductions.types.js';

@Resolver(() => RunType)
export class ReproductionsResolver {
  constructor(private readonly service: ReproductionsService) {}

  @AllowRoles(...RUN_READERS)
  @Mutation(() => ReproductionType, {
    description:
      'Runs a scored run again under the conditions of its time. It costs no attempt and changes no score.',
  })
  reproduceRun(@CurrentOperation() operation: Operation, @Args('runId', { type: () => ID }) runId: string) {
    return this.service.request(operation, runId);
  }

  @ResolveField(() => [ReproductionType], { description: 'Newest first; 50 at most.' })
  reproductions(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.of(operation, run);
  }

  @ResolveField(() => ReproductionType, {
    nullable: true,
    description: 'Of a run of kind REPRODUCTION: what it repeats, and what came of it.',
  })
  reproduction(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.by(operation, run);
  }

  @ResolveField(() => [GradingImageType], {
    description: 'What the run was graded in; empty before it ended.',
  })
  images(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.images(operation, run);
  }
}
