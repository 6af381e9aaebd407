import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { AuthoredLessonsResolver } from './authored-lessons.resolver.js';
import { AuthoredLessonsService } from './authored-lessons.service.js';
import { LessonsResolver } from './lessons.resolver.js';
import { LessonsService } from './lessons.service.js';

@Module({
  imports: [RunsModule],
  providers: [LessonsResolver, LessonsService, AuthoredLessonsResolver, AuthoredLessonsService],
  exports: [LessonsService],
})
export class LessonsModule {}
