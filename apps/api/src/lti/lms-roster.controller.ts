import { Controller, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { RosterReport } from '@holdout/domain';
import type { FastifyRequest } from 'fastify';
import { assertOwnOrigin, trustedOrigins } from '../http/origins.js';
import { RequestLimit } from '../http/request-limit.js';
import { AllowRoles } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { LmsRosterService } from './lms-roster.service.js';

/** Within a minute, from one person: each asks the platform for everyone in a course. */
const MOST_IMPORTS = 10;

/** POST /files/lms-roster/<link>?isDryRun=false enrolls or invites the students of a link's course. */
@AllowRoles('INSTRUCTOR')
@Controller('files/lms-roster')
export class LmsRosterController {
  private readonly limit = new RequestLimit(MOST_IMPORTS);

  constructor(
    private readonly service: LmsRosterService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post(':linkId')
  @HttpCode(200)
  // It holds links by which people join.
  @Header('cache-control', 'private, no-store')
  async import(
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Param('linkId') linkId: string,
    @Query('isDryRun') isDryRun: unknown,
  ): Promise<RosterReport> {
    assertOwnOrigin(request.headers.origin, trustedOrigins(this.config.PUBLIC_URL));
    this.limit.take(credentialsOf(request.headers), request.ip);
    // Without this parameter, nothing is written.
    const report = await this.service.import(operation, linkId, isDryRun !== 'false');
    await operation.commit();
    return report;
  }
}
