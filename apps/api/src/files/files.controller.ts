import { Controller, Get, Param, Res } from '@nestjs/common';
import { ROLES } from '@holdout/domain';
import type { FastifyReply } from 'fastify';
import { createGzip } from 'node:zlib';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { FilesService } from './files.service.js';

const GZIP = 'application/gzip';

/** Downloads of a published version: what every member may have, and nothing of the hidden bundle. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @AllowRoles(...ROLES)
  @Get('starter/:versionId')
  async starter(
    @CurrentOperation() operation: Operation,
    @Param('versionId') versionId: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, content } = await this.files.starterKit(operation, versionId);
    await attach(reply, name, GZIP).send(content);
  }

  @AllowRoles(...ROLES)
  @Get('public/:versionId')
  async publicData(
    @CurrentOperation() operation: Operation,
    @Param('versionId') versionId: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, content } = await this.files.publicData(operation, versionId);
    const gzip = createGzip();
    content.on('error', (error) => gzip.destroy(error));
    await attach(reply, name, GZIP).send(content.pipe(gzip));
  }

  @AllowRoles(...ROLES)
  @Get('definition/:versionId')
  definition(@CurrentOperation() operation: Operation, @Param('versionId') versionId: string) {
    return this.files.definition(operation, versionId);
  }
}
