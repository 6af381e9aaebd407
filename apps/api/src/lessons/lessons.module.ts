import { Module } from '@nestjs/common';
import { LessonsResolver } from './lessons.resolver.js';
import { LessonsService } from './lessons.service.js';

@Module({ providers: [LessonsResolver, LessonsService], exports: [LessonsService] })
export class LessonsModule {}
