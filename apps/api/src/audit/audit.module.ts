import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.js';
import { AuditExportController } from './audit-export.controller.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditLogs } from './audit-logs.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

@Module({
  imports: [RunsModule],
  controllers: [AuditExportController],
  providers: [AuditLogs, AuditResolver, AuditService, AuditExportService],
})
export class AuditModule {}
