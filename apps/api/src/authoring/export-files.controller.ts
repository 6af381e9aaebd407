import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { AssignmentExportsService } from './assignment-exports.service.js';

/** Sealed folders, for who asked for them. */
@Controller('files/export')
export class ExportFilesController {
  constructor(private readonly exports: AssignmentExportsService) {}

  @AllowRoles(...AUTHORS)
  @Get(':id')
  async sealed(
    @CurrentOperation() operation: Operation,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.exports.sealed(operation, id);
    await reply
      .header('content-type', 'application/octet-stream')
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
