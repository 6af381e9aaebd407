import { Injectable } from '@nestjs/common';
import {
  clearPasscodeTries,
  Database,
  passcodeHashOf,
  recordShareLinkView,
  takePasscodeTry,
  type PortfolioPlace,
  type Tx,
} from '@holdout/db';
import { ForbiddenError, NotFoundError, PORTFOLIO_LIMITS, RateLimitedError } from '@holdout/domain';
import { tokenHash } from '../auth/secret-token.js';
import { verifyPassword } from '../auth/password.js';
import { AddressLimit } from '../http/address-limit.js';
import type { Operation } from '../operation/operation.js';
import { PortfolioViewsService, type ViewParent } from './portfolio-views.service.js';

/** Openings from one address within a minute; a school or a company may share one. */
const MOST_OPENINGS = 120;
const LONGEST_TOKEN = 100;

/** Portfolios for those who are nobody here: nothing is cached, so that what is taken back is gone at once. */
@Injectable()
export class PublishedPortfoliosService {
  private readonly openings = new AddressLimit(MOST_OPENINGS);

  constructor(
    private readonly database: Database,
    private readonly views: PortfolioViewsService,
  ) {}

  /** One that its student published. @throws NotFoundError, RateLimitedError */
  async bySlug(operation: Operation, slug: string): Promise<ViewParent> {
    this.openings.take(operation.address ?? '');
    const place = await this.database.system.publicPortfolio(slug);
    if (!place) throw new NotFoundError('The portfolio');
    return this.at(place, (tx) => this.views.view(tx, place.id));
  }

  /** The one behind a share link; each opening is noted. @throws NotFoundError, ForbiddenError, RateLimitedError */
  async byToken(operation: Operation, token: string, passcode: string | null): Promise<ViewParent> {
    const link = await this.linkOf(operation, token);
    await this.checkPasscode(link, passcode, operation.startedAt);
    return this.at(link, async (tx) => {
      const view = await this.views.view(tx, link.id);
      const { organizationId, linkId } = link;
      await recordShareLinkView(tx, { organizationId, linkId, now: operation.startedAt });
      return view;
    });
  }

  /** Whether the link leads anywhere, and whether it asks for a passcode. @throws NotFoundError, RateLimitedError */
  async asksForPasscode(operation: Operation, token: string): Promise<boolean> {
    const link = await this.linkOf(operation, token);
    return (await this.at(link, (tx) => passcodeHashOf(tx, link.linkId))) !== null;
  }

  private async linkOf(operation: Operation, token: string) {
    this.openings.take(operation.address ?? '');
    const link =
      token.length <= LONGEST_TOKEN ? await this.database.system.sharedPortfolio(tokenHash(token)) : null;
    if (!link) throw new NotFoundError('The portfolio');
    return link;
  }

  /** A transaction of its own: a wrong passcode counts, although what was asked for fails. */
  private async checkPasscode(
    link: PortfolioPlace & { linkId: string },
    passcode: string | null,
    now: Date,
  ): Promise<void> {
    const hash = await this.at(link, (tx) => passcodeHashOf(tx, link.linkId));
    if (hash === null) return;
    const { longest, tries } = PORTFOLIO_LIMITS.passcode;
    const retryAt = await this.at(link, (tx) => takePasscodeTry(tx, link.linkId, now));
    if (retryAt)
      throw new RateLimitedError(
        `The passcode was tried more than ${tries} times. Try again at ${retryAt.toISOString()}.`,
        { limit: tries, retryAt: retryAt.toISOString() },
      );
    const isRight =
      passcode !== null && passcode.length <= longest && (await verifyPassword({ hash, password: passcode }));
    if (!isRight)
      throw new ForbiddenError('This is not the passcode of this link. Ask the person who sent it to you.');
    await this.at(link, (tx) => clearPasscodeTries(tx, link.linkId));
  }

  private at<T>({ organizationId }: PortfolioPlace, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}
