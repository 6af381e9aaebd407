import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { BadUserInputError, FIGURE_TYPES } from '@holdout/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertOwnOrigin, trustedOrigins } from '../http/origins.js';
import { RequestLimit } from '../http/request-limit.js';
import { AllowRoles, Public } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { OrganizationSettingsService } from './organization-settings.service.js';

/** Within a minute, from one person. */
const MOST_LOGOS = 10;

/**
 * POST /files/logos stores the logo of the viewer's organization, GET /files/logos/<slug> serves one to whoever signs in
 * there.
 */
@Controller('files/logos')
export class LogosController {
  private readonly limit = new RequestLimit(MOST_LOGOS);

  constructor(
    private readonly service: OrganizationSettingsService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @AllowRoles('ADMIN')
  @Post()
  @HttpCode(204)
  async keep(
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Body() content: unknown,
  ): Promise<void> {
    assertOwnOrigin(request.headers.origin, trustedOrigins(this.config.PUBLIC_URL));
    this.limit.take(credentialsOf(request.headers), request.ip);
    if (!Buffer.isBuffer(content))
      throw new BadUserInputError(`Send the logo as ${FIGURE_TYPES.join(', ')}.`, { field: 'logo' });
    await this.service.setLogo(operation, content);
    await operation.commit();
  }

  @Public()
  @Get(':slug')
  async one(@Param('slug') slug: string, @Res() reply: FastifyReply) {
    const { mediaType, content } = await this.service.logo(slug);
    // Its address says which one it is; without that it may soon be another.
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', 'inline')
      .header('cache-control', 'public, max-age=300')
      .send(content);
  }
}
