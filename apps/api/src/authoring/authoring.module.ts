import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { AssignmentDraftsResolver } from './assignment-drafts.resolver.js';
import { AssignmentDraftsService } from './assignment-drafts.service.js';
import { AssignmentExportsResolver } from './assignment-exports.resolver.js';
import { AssignmentExportsService } from './assignment-exports.service.js';
import { AssignmentImportsResolver } from './assignment-imports.resolver.js';
import { AssignmentImportsService } from './assignment-imports.service.js';
import { DraftFilesController } from './draft-files.controller.js';
import { DraftImportsService } from './draft-imports.service.js';
import { ExportFilesController } from './export-files.controller.js';
import { RoadmapHistory } from '../tracks/roadmap-history.js';
import { RedrawExercisesResolver } from './redraw-exercises.resolver.js';
import { RedrawExercisesService } from './redraw-exercises.service.js';

@Module({
  imports: [QueueModule, RunsModule, UploadsModule],
  controllers: [DraftFilesController, ExportFilesController],
  providers: [
    AssignmentDraftsResolver,
    AssignmentDraftsService,
    DraftImportsService,
    AssignmentImportsResolver,
    AssignmentImportsService,
    AssignmentExportsResolver,
    AssignmentExportsService,
    RedrawExercisesResolver,
    RedrawExercisesService,
    RoadmapHistory,
  ],
})
export class AuthoringModule {}
