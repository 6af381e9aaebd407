import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { GradeFilesController } from './grade-files.controller.js';
import { GradesResolver } from './grades.resolver.js';
import { GradesService } from './grades.service.js';
import { HeldRunResolver } from './held-run.resolver.js';

@Module({
  imports: [RunsModule],
  controllers: [GradeFilesController],
  providers: [GradesResolver, HeldRunResolver, GradesService],
})
export class GradesModule {}
