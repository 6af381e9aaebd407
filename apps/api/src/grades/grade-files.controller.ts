import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { GradesService } from './grades.service.js';

@AllowRoles('INSTRUCTOR')
@Controller('files/cohorts')
export class GradeFilesController {
  constructor(private readonly grades: GradesService) {}

  @Get(':slug/grades.csv')
  async csv(
    @CurrentOperation() operation: Operation,
    @Param('slug') slug: string,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.grades.csv(operation, slug);
    await attach(reply, 'grades.csv', 'text/csv; charset=utf-8').send(content);
  }
}
