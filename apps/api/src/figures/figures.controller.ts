import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { BadUserInputError, FIGURE_LIMITS, FIGURE_TYPES, ROLES } from '@holdout/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assertOwnOrigin, trustedOrigins } from '../http/origins.js';
import { RequestLimit } from '../http/request-limit.js';
import { AllowRoles } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { FiguresService } from './figures.service.js';

/** Within a minute, from one person. */
const MOST_FIGURES = 30;

/** Bodies of pictures, for this route alone. The service says what is too large; far more is not even read. */
export function figureBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    [...FIGURE_TYPES],
    { parseAs: 'buffer', bodyLimit: 2 * FIGURE_LIMITS.bytes },
    (_request, body, done) => done(null, body),
  );
}

/** POST /files/figures stores a picture, GET /files/figures/<id> sends it to readers in the organization. */
@Controller('files/figures')
export class FiguresController {
  private readonly limit = new RequestLimit(MOST_FIGURES);

  constructor(
    private readonly figures: FiguresService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @AllowRoles('INSTRUCTOR')
  @Post()
  async keep(
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Body() content: unknown,
  ): Promise<{ id: string }> {
    assertOwnOrigin(request.headers.origin, trustedOrigins(this.config.PUBLIC_URL));
    this.limit.take(credentialsOf(request.headers), request.ip);
    if (!Buffer.isBuffer(content))
      throw new BadUserInputError(`Send the figure as ${FIGURE_TYPES.join(', ')}.`, { field: 'figure' });
    const { id } = await this.figures.keep(operation, content);
    await operation.commit();
    return { id };
  }

  @AllowRoles(...ROLES)
  @Get(':id')
  async one(@CurrentOperation() operation: Operation, @Param('id') id: string, @Res() reply: FastifyReply) {
    const { mediaType, content } = await this.figures.one(operation, id);
    // Every answer forbids sniffing and scripts besides; it never changes, and is this reader's alone.
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', 'inline')
      .header('cache-control', 'private, max-age=3600')
      .send(content);
  }
}
