import { Controller, Get, Param, Res } from '@nestjs/common';
import { credentialById } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import type { FastifyReply } from 'fastify';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { RunsService } from '../runs/runs.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The signed files, for those who may see what they say. */
@AllowRoles(...RUN_READERS)
@Controller('files')
export class CredentialFilesController {
  constructor(private readonly runs: RunsService) {}

  @Get('receipts/:runId')
  async receipt(
    @CurrentOperation() operation: Operation,
    @Param('runId') runId: string,
    @Res() reply: FastifyReply,
  ) {
    const run = await this.runs.visible(operation, runId);
    const receipt = await this.runs.receipt(operation, run);
    if (!receipt?.envelope) throw new NotFoundError('The signed receipt');
    await attach(reply, `receipt-${run.id}.json`, JSON_TYPE).send(receipt.envelope);
  }

  @Get('credentials/:id')
  async credential(
    @CurrentOperation() operation: Operation,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const member = await operation.member();
    const credential = await credentialById(await operation.tx(), id);
    if (credential.studentId !== member.userId && !isStaff(member)) throw new NotFoundError('The credential');
    await attach(reply, `credential-${credential.id}.json`, JSON_TYPE).send(credential.document);
  }
}
