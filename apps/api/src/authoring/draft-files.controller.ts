import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { DraftImportsService } from './draft-imports.service.js';

/** The folder that a draft makes, its dataset included, for the organization's authors. */
@Controller('files/draft')
export class DraftFilesController {
  constructor(private readonly imports: DraftImportsService) {}

  @AllowRoles(...AUTHORS)
  @Get(':id')
  async folder(
    @CurrentOperation() operation: Operation,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, content } = await this.imports.folder(operation, id);
    await attach(reply, name, 'application/gzip').send(content);
  }
}
