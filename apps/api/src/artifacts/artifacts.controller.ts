import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { ArtifactsService } from './artifacts.service.js';

@AllowRoles(...RUN_READERS)
@Controller('files')
export class ArtifactsController {
  constructor(private readonly artifacts: ArtifactsService) {}

  @Get('runs/:runId/artifacts/:id')
  async artifact(
    @CurrentOperation() operation: Operation,
    @Param('runId') runId: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, bytes, content } = await this.artifacts.download(operation, runId, id);
    // Whatever a student's code wrote is bytes to save, never a page to show.
    await attach(reply, name, 'application/octet-stream').header('content-length', bytes).send(content);
  }
}
