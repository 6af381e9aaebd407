import { Module } from '@nestjs/common';
import { GradingModule } from '../grading/grading.module.js';
import { CalibrationConsumer } from './calibration.consumer.js';
import { CalibrationService } from './calibration.service.js';

@Module({
  imports: [GradingModule],
  providers: [CalibrationConsumer, CalibrationService],
  exports: [CalibrationConsumer, CalibrationService],
})
export class CalibrationModule {}
