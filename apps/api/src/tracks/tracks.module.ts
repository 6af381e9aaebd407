import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { LessonsModule } from '../lessons/lessons.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { AuthoredDiagramsResolver } from './authored-diagrams.resolver.js';
import { AuthoredDiagramsService } from './authored-diagrams.service.js';
import { AuthoredStagesResolver } from './authored-stages.resolver.js';
import { AuthoredStagesService } from './authored-stages.service.js';
import { ConceptDiagramsResolver } from './concept-diagrams.resolver.js';
import { ProgressService } from './progress.service.js';
import { RoadmapHistory } from './roadmap-history.js';
import { StagesResolver } from './stages.resolver.js';
import { TracksResolver } from './tracks.resolver.js';
import { TracksService } from './tracks.service.js';

@Module({
  imports: [AssignmentsModule, LessonsModule, RunsModule],
  providers: [
    TracksResolver,
    ConceptDiagramsResolver,
    TracksService,
    StagesResolver,
    ProgressService,
    AuthoredStagesResolver,
    AuthoredStagesService,
    AuthoredDiagramsResolver,
    AuthoredDiagramsService,
    RoadmapHistory,
  ],
})
export class TracksModule {}
