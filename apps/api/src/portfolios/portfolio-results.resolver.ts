import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { SourceFiles } from '../reviews/source-files.js';
import { SourceFileType } from '../reviews/reviews.types.js';
import { PortfolioResultType } from './portfolio-view.types.js';
import type { ResultParent } from './portfolio-views.service.js';

const MODEL_CARD = /(?:^|\/)model[-_ ]?card\.md$/i;

/** Parts of a result that require reading a file, and are read only if asked for. */
@Resolver(() => PortfolioResultType)
export class PortfolioResultsResolver {
  constructor(private readonly sources: SourceFiles) {}

  @ResolveField(() => [SourceFileType], {
    description: 'Text files handed in; none where code is not shown.',
  })
  async files(
    @CurrentOperation() operation: Operation,
    @Parent() { source }: ResultParent,
  ): Promise<SourceFileType[]> {
    return source?.showsCode ? this.sources.of(operation, source.digest) : [];
  }

  @ResolveField(() => String, { nullable: true, description: 'MODEL_CARD.md as handed in.' })
  async modelCard(
    @CurrentOperation() operation: Operation,
    @Parent() { source }: ResultParent,
  ): Promise<string | null> {
    if (!source?.showsModelCard) return null;
    const files = await this.sources.of(operation, source.digest);
    return files.find(({ path }) => MODEL_CARD.test(path))?.text ?? null;
  }
}
