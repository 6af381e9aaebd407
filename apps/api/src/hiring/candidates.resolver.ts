import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { PublishedPortfolioType } from '../portfolios/portfolio-view.types.js';
import { CandidatesService } from './candidates.service.js';
import {
  CandidateComparisonType,
  CandidateFilterInput,
  CandidatePageType,
  CandidateType,
  SearchableProjectType,
} from './hiring.types.js';

@Resolver(() => CandidateType)
export class CandidatesResolver {
  constructor(private readonly service: CandidatesService) {}

  @AllowRoles('HIRING_MANAGER')
  @Query(() => CandidatePageType, { description: 'Those who consented, newest result first.' })
  candidates(
    @CurrentOperation() operation: Operation,
    @Args('filter', { type: () => CandidateFilterInput, nullable: true }) filter: CandidateFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.search(operation, filter ?? {}, { first: first ?? 20, after: after ?? null });
  }

  @AllowRoles('HIRING_MANAGER')
  @Query(() => [SearchableProjectType], { description: 'What there is to search for.' })
  searchableProjects(@CurrentOperation() operation: Operation) {
    return this.service.projects(operation);
  }

  @AllowRoles('HIRING_MANAGER')
  @Query(() => PublishedPortfolioType)
  candidate(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    return this.service.one(operation, id);
  }

  @AllowRoles('HIRING_MANAGER')
  @Query(() => CandidateComparisonType, { description: 'Two to five side by side.' })
  compareCandidates(
    @CurrentOperation() operation: Operation,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ) {
    return this.service.compare(operation, ids);
  }
}
