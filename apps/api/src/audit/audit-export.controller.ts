import { Controller, Get, Query, Res } from '@nestjs/common';
import { BadUserInputError } from '@holdout/domain';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { attach } from '../http/attachment.js';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuditExportService, EXPORT_FORMATS } from './audit-export.service.js';

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

@AllowRoles('ADMIN')
@Controller('files')
export class AuditExportController {
  constructor(private readonly service: AuditExportService) {}

  @Get('audit')
  async export(
    @CurrentOperation() operation: Operation,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const parsed = parameters.safeParse(query);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? 'format';
      throw new BadUserInputError(`"${field}" cannot be read. Leave it out, or correct it.`, { field });
    }
    const { format, ...filter } = parsed.data;
    const content = await this.service.open(operation, filter, format);
    const { organization } = await operation.member();
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl';
    await attach(reply, `audit-${organization.slug}.${format}`, type).send(content);
  }
}
