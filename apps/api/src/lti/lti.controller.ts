import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { BadUserInputError } from '@holdout/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { organizationCookie } from '../http/organization-cookie.js';
import { assertOwnOrigin, trustedOrigins } from '../http/origins.js';
import { Public } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { browserSecretIn, browserSecretCookie } from './launch-cookies.js';
import { LaunchStopped } from './launch-stopped.js';
import { loginFields } from './login-fields.js';
import { LtiArrivalsService } from './lti-arrivals.service.js';
import { LtiChoicesService } from './lti-choices.service.js';
import { LtiKeysService } from './lti-keys.service.js';
import { LtiLaunchesService } from './lti-launches.service.js';
import { newTabPage, returnPage } from './platform-pages.js';

/**
 * The three steps of a launch, as LTI 1.3 has them: the platform sends the browser here, it is sent back to prove itself, and posts the
 * proof. The last step is ours: that post comes from another site, so that it brings no cookies along; the browser is led on to an
 * address of ours, where its cookie says that it is the one that began.
 */
@Public()
@Controller('lti/:slug')
export class LtiController {
  constructor(
    private readonly launches: LtiLaunchesService,
    private readonly arrivals: LtiArrivalsService,
    private readonly choices: LtiChoicesService,
    private readonly keys: LtiKeysService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=60')
  jwks(@Param('slug') slug: string) {
    return this.keys.published(slug);
  }

  /** In a form, because the answer is a page that continues to the platform. */
  @Post('choose')
  async choose(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    assertOwnOrigin(request.headers.origin, trustedOrigins(this.config.PUBLIC_URL));
    const chosen = choice.safeParse(body);
    if (!chosen.success) throw new BadUserInputError('Choose a cohort and an assignment.');
    const { launch, cohort, assignment } = chosen.data;
    const { returnUrl, jwt } = await this.choices.chosen(operation, {
      organizationSlug: slug,
      launchId: launch,
      cohortId: cohort,
      assignmentSlug: assignment,
    });
    await returnPage(reply, returnUrl, jwt);
  }

  @Get('login')
  login(
    @Param('slug') slug: string,
    @Query() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.begin(slug, sent, request, reply);
  }

  @Post('login')
  postedLogin(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.begin(slug, sent, request, reply);
  }

  @Post('launch')
  launch(@Param('slug') slug: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    return this.onwards(reply, async () => {
      const id = await this.launches.answer(slug, formOf(body));
      return `/lti/${slug}/continue?launch=${id}`;
    });
  }

  @Get('continue')
  continue(
    @Param('slug') slug: string,
    @Query('launch') id: unknown,
    @CurrentOperation() operation: Operation,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.onwards(reply, async () => {
      const browserSecret = browserSecretIn(request.headers.cookie);
      if (browserSecret === null || typeof id !== 'string') throw new LaunchStopped('OTHER_BROWSER');
      const launched = await this.launches.open(slug, { id, browserSecret });
      const { path, cookies } = await this.arrivals.arrive(operation, launched, request);
      reply.header('set-cookie', [...cookies, organizationCookie(slug, this.config.PUBLIC_URL)]);
      return path;
    });
  }

  private async begin(slug: string, sent: unknown, request: FastifyRequest, reply: FastifyReply) {
    // The platform shows its tools in a frame: there it would end without our cookies.
    if (request.headers['sec-fetch-dest'] === 'iframe') {
      const query = new URLSearchParams(formOf(sent));
      await newTabPage(reply, `/lti/${slug}/login?${query}`);
      return;
    }
    await this.onwards(reply, async () => {
      const known = browserSecretIn(request.headers.cookie);
      const { url, browserSecret } = await this.launches.begin(slug, loginFields(sent), known);
      reply.header('set-cookie', browserSecretCookie(browserSecret, this.config.PUBLIC_URL));
      return url.href;
    });
  }

  /** Leads the browser on; one that gets no further is led to the page that says why. */
  private async onwards(reply: FastifyReply, way: () => Promise<string>): Promise<void> {
    reply.header('cache-control', 'no-store');
    try {
      await reply.redirect(await way(), 303);
    } catch (error) {
      if (!(error instanceof LaunchStopped)) throw error;
      await reply.redirect(`/lms/refused?reason=${error.reason}`, 303);
    }
  }
}

const choice = z.object({ launch: z.string(), cohort: z.string(), assignment: z.string() });

/** A form's fields; what is no text is no answer of a platform. */
function formOf(body: unknown): URLSearchParams {
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return new URLSearchParams(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
