import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ROLES } from '@holdout/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { readOwnAhead } from './read-ahead.js';
import { StageType } from './stages.types.js';
import { TracksService } from './tracks.service.js';
import { ConceptDiagramType, SkillAreaType, TrackType, WorkflowStepInfoType } from './tracks.types.js';

interface TrackParent {
  id: string;
}

@Resolver(() => TrackType)
export class TracksResolver {
  constructor(private readonly service: TracksService) {}

  @AllowRoles(...ROLES)
  @Query(() => TrackType, {
    description: "The track of the viewer's cohort; the organization's first otherwise.",
  })
  track(@CurrentOperation() operation: Operation, @Info() info: GraphQLResolveInfo) {
    readOwnAhead(operation, info);
    return this.service.track(operation);
  }

  @AllowRoles(...ROLES)
  @Query(() => StageType)
  stage(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.service.stage(operation, slug);
  }

  @ResolveField(() => [StageType])
  stages(@CurrentOperation() operation: Operation, @Parent() track: TrackParent) {
    return this.service.stages(operation, track.id);
  }

  @ResolveField(() => [SkillAreaType])
  skills(@CurrentOperation() operation: Operation) {
    return this.service.skills(operation);
  }

  @ResolveField(() => [WorkflowStepInfoType])
  workflow() {
    return this.service.workflow();
  }

  @ResolveField(() => [ConceptDiagramType])
  diagrams(@CurrentOperation() operation: Operation, @Parent() track: TrackParent) {
    return this.service.diagrams(operation, track.id);
  }
}
