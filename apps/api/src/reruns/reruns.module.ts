import { Module } from '@nestjs/common';
import { QueueModule } from '../queue.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { RerunOfRunResolver } from './rerun-of-run.resolver.js';
import { RerunChangesResolver } from './rerun-changes.resolver.js';
import { RerunsResolver } from './reruns.resolver.js';
import { RerunsService } from './reruns.service.js';

@Module({
  imports: [QueueModule, RunsModule],
  providers: [RerunsResolver, RerunChangesResolver, RerunOfRunResolver, RerunsService],
})
export class RerunsModule {}
