import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { AuthoringConsumer } from './authoring.consumer.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { ProfileService } from './profile.service.js';

@Module({
  imports: [PublishingModule],
  providers: [AuthoringConsumer, ImportService, ExportService, ProfileService],
  exports: [AuthoringConsumer],
})
export class AuthoringModule {}
