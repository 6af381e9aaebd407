import { Module } from '@nestjs/common';
import { CohortsResolver } from './cohorts.resolver.js';
import { CohortsService } from './cohorts.service.js';

@Module({ providers: [CohortsResolver, CohortsService] })
export class CohortsModule {}
