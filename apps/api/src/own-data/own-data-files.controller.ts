import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attach } from '../http/attachment.js';
import { SignedIn } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { DataExportService } from './data-export.service.js';

@Controller('files/own-data')
export class OwnDataFilesController {
  constructor(private readonly exports: DataExportService) {}

  @SignedIn()
  @Get()
  async archive(
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.exports.archive(operation, credentialsOf(request.headers));
    const day = operation.startedAt.toISOString().slice(0, 10);
    await attach(reply, `holdout-data-${day}.zip`, 'application/zip').send(content);
  }
}
