import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { ArtifactsController } from './artifacts.controller.js';
import { ArtifactsResolver } from './artifacts.resolver.js';
import { ArtifactsService } from './artifacts.service.js';

@Module({
  imports: [RunsModule],
  controllers: [ArtifactsController],
  providers: [ArtifactsResolver, ArtifactsService],
})
export class ArtifactsModule {}
