import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { RegradedAssignmentResolver } from './regraded-assignment.resolver.js';
import { RegradesResolver } from './regrades.resolver.js';
import { RegradesService } from './regrades.service.js';

@Module({
  imports: [RunsModule],
  providers: [RegradedAssignmentResolver, RegradesResolver, RegradesService],
  exports: [RegradesService],
})
export class RegradesModule {}
