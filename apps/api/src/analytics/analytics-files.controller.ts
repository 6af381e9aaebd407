import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AttemptFilesService } from './attempt-files.service.js';

@AllowRoles('INSTRUCTOR')
@Controller('files/cohorts')
export class AnalyticsFilesController {
  constructor(private readonly files: AttemptFilesService) {}

  @Get(':slug/attempts.csv')
  async csv(
    @CurrentOperation() operation: Operation,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.files.csv(operation, slug);
    await attach(reply, 'attempts.csv', 'text/csv; charset=utf-8').send(content);
  }

  @Get(':slug/attempts.parquet')
  async parquet(
    @CurrentOperation() operation: Operation,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.files.parquet(operation, slug);
    await attach(reply, 'attempts.parquet', 'application/vnd.apache.parquet').send(content);
  }
}
