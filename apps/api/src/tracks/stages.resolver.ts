import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssignmentsService } from '../assignments/assignments.service.js';
import { AssignmentType } from '../assignments/assignments.types.js';
import { StageProgressEnum } from '../graphql/enums.js';
import { LessonsService } from '../lessons/lessons.service.js';
import { LessonSummaryType } from '../lessons/lessons.types.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ProgressService } from './progress.service.js';
import type { StageView } from './stage-view.js';
import { StageType, StudyAnchorType } from './stages.types.js';
import { TracksService } from './tracks.service.js';
import { ConceptDiagramType } from './tracks.types.js';

@Resolver(() => StageType)
export class StagesResolver {
  constructor(
    private readonly lessonsService: LessonsService,
    private readonly assignmentsService: AssignmentsService,
    private readonly progressService: ProgressService,
    private readonly tracksService: TracksService,
  ) {}

  @ResolveField(() => Int, { description: 'Among the published stages of the track, from 1.' })
  position(@CurrentOperation() operation: Operation, @Parent() stage: StageView) {
    return this.tracksService.positionOf(operation, stage);
  }

  @ResolveField(() => String)
  overview(@CurrentOperation() operation: Operation, @Parent() stage: StageView) {
    return this.tracksService.overviewOf(operation, stage.id);
  }

  @ResolveField(() => [StudyAnchorType])
  studyAnchors(@CurrentOperation() operation: Operation, @Parent() stage: StageView) {
    return this.tracksService.studyAnchorsOf(operation, stage.id);
  }

  @ResolveField(() => [LessonSummaryType])
  lessons(@CurrentOperation() operation: Operation, @Parent() stage: StageType) {
    return this.lessonsService.ofStage(operation, stage.id);
  }

  @ResolveField(() => [AssignmentType])
  assignments(@CurrentOperation() operation: Operation, @Parent() stage: StageType) {
    return this.assignmentsService.ofStage(operation, stage.id);
  }

  @ResolveField(() => [ConceptDiagramType], { description: 'Those that stand in it.' })
  diagrams(@CurrentOperation() operation: Operation, @Parent() stage: StageView) {
    return this.tracksService.diagramsOfStage(operation, stage);
  }

  @ResolveField(() => StageProgressEnum)
  progress(@CurrentOperation() operation: Operation, @Parent() stage: StageType) {
    return this.progressService.ofStage(operation, stage.id);
  }
}
