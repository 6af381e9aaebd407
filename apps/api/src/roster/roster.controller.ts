import { Body, Controller, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { BadUserInputError, ROSTER_LIMITS, type RosterReport } from '@holdout/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkedText } from '../graphql/checked-text.js';
import { assertOwnOrigin, trustedOrigins } from '../http/origins.js';
import { RequestLimit } from '../http/request-limit.js';
import { AllowRoles } from '../operation/access.js';
import { credentialsOf } from '../operation/credentials.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { RosterService } from './roster.service.js';

/** Per person and minute. */
const MOST_IMPORTS = 30;

/** Accepts CSV bodies, larger than any query, on this route only. */
export function rosterBodies(app: FastifyInstance): void {
  app.addContentTypeParser(
    'text/csv',
    { parseAs: 'string', bodyLimit: ROSTER_LIMITS.bytes },
    (_request, body, done) => done(null, body),
  );
}

/** POST /files/roster?isDryRun=true|false&name=autumn.csv invites everyone in a CSV with the columns email, role and cohort. */
@AllowRoles('ADMIN')
@Controller('files/roster')
export class RosterController {
  private readonly limit = new RequestLimit(MOST_IMPORTS);

  constructor(
    private readonly service: RosterService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Post()
  @HttpCode(200)
  // The response contains links that let people join.
  @Header('cache-control', 'private, no-store')
  async import(
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Query('isDryRun') isDryRun: unknown,
    @Query('name') name: unknown,
    @Body() csv: unknown,
  ): Promise<RosterReport> {
    assertOwnOrigin(request.headers.origin, trustedOrigins(this.config.PUBLIC_URL));
    this.limit.take(credentialsOf(request.headers), request.ip);
    // A JSON body could be a string too, and a form on another site can send text/plain without a CORS preflight.
    if (!request.headers['content-type']?.startsWith('text/csv') || typeof csv !== 'string')
      throw new BadUserInputError('Send the roster as text/csv.');
    if (isDryRun !== 'true' && isDryRun !== 'false')
      throw new BadUserInputError('Say isDryRun=true to try it, or isDryRun=false to invite.', {
        field: 'isDryRun',
      });
    const report = await this.service.import(operation, csv, {
      isDryRun: isDryRun === 'true',
      name: checkedFileName(name),
    });
    await operation.commit();
    return report;
  }
}

/**
 * The file name under which the import is listed.
 * @throws BadUserInputError
 */
function checkedFileName(name: unknown): string {
  const { name: limit } = ROSTER_LIMITS;
  const written = checkedText(typeof name === 'string' ? name : '', {
    field: 'name',
    limit,
    message: `The name of a file has ${limit} characters at most.`,
  });
  return written || 'roster.csv';
}
