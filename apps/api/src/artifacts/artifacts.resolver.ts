import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';
import { ArtifactsService } from './artifacts.service.js';
import { RunArtifactType } from './artifacts.types.js';

@Resolver(() => RunType)
export class ArtifactsResolver {
  constructor(private readonly service: ArtifactsService) {}

  @ResolveField(() => [RunArtifactType], { description: 'Files that the code left, by name.' })
  artifacts(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.of(operation, run);
  }
}
