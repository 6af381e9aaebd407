import { Controller, Get, Query, Res } from '@nestjs/common';
import { BadUserInputError } from '@holdout/domain';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { attach } from '../http/attachment.js';
import { AllowOperators, AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuditExportService, EXPORT_FORMATS } from './audit-export.service.js';
import { AuditLogs, type AuditLog } from './audit-logs.js';

const id = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !text.includes('\0'))
  .nullable()
  .default(null);
const moment = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at))
  .nullable()
  .default(null);
/** The database cannot look for what it cannot keep. */
const words = z
  .string()
  .refine((text) => !text.includes('\0'))
  .nullable()
  .default(null);
const parameters = z.object({
  format: z.enum(EXPORT_FORMATS).default('csv'),
  search: words,
  subjectType: id,
  actorId: id,
  from: moment,
  to: moment,
});

@Controller('files')
export class AuditExportController {
  constructor(
    private readonly logs: AuditLogs,
    private readonly service: AuditExportService,
  ) {}

  @AllowRoles('ADMIN')
  @Get('audit')
  async export(
    @CurrentOperation() operation: Operation,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.send(operation, await this.logs.ofOrganization(operation), query, reply);
  }

  @AllowOperators()
  @Get('deployment-log')
  async exportDeployment(
    @CurrentOperation() operation: Operation,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return this.send(operation, await this.logs.ofDeployment(operation), query, reply);
  }

  private async send(
    operation: Operation,
    log: AuditLog,
    query: Record<string, unknown>,
    reply: FastifyReply,
  ): Promise<void> {
    const parsed = parameters.safeParse(query);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? 'format';
      throw new BadUserInputError(`"${field}" cannot be read. Leave it out, or correct it.`, { field });
    }
    const { format, ...wanted } = parsed.data;
    const content = await this.service.open(operation, log, { wanted, format });
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl';
    await attach(reply, `audit-${log.slug}.${format}`, type).send(content);
  }
}
