import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ComparisonsService } from './comparisons.service.js';
import { EarlierRunType, ScoreComparisonType, ValidationGapType } from './comparisons.types.js';
import type { RunRow } from './run-view.js';
import { RunType } from './runs.types.js';

/** Fields of a run that the reader was already found entitled to. */
@Resolver(() => RunType)
export class ComparisonsResolver {
  constructor(private readonly service: ComparisonsService) {}

  @ResolveField(() => [EarlierRunType], {
    description: 'Runs of the same student, version and split with a shown score; 20 at most.',
  })
  earlierRuns(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.earlier(operation, run);
  }

  @ResolveField(() => ScoreComparisonType, {
    nullable: true,
    description: 'Beside an earlier run; without an id, the one before.',
  })
  comparison(
    @CurrentOperation() operation: Operation,
    @Parent() run: RunRow,
    @Args('earlierRunId', { type: () => ID, nullable: true }) earlierRunId: string | null,
  ) {
    return this.service.comparison(operation, run, earlierRunId ?? null);
  }

  @ResolveField(() => [ValidationGapType], {
    description: "The student's own validation scores beside the hidden ones.",
  })
  validationGaps(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.validation(operation, run);
  }
}
