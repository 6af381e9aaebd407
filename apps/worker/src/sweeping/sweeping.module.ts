import { Module } from '@nestjs/common';
import { GradingModule } from '../grading/grading.module.js';
import { Heartbeat } from './heartbeat.service.js';
import { Sweeper } from './sweeper.service.js';

@Module({ imports: [GradingModule], providers: [Heartbeat, Sweeper], exports: [Heartbeat, Sweeper] })
export class SweepingModule {}
