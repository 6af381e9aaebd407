import { Inject, Injectable } from '@nestjs/common';
import { createShareLink, revokeShareLink, shareLinksOf } from '@holdout/db';
import { BadUserInputError, PORTFOLIO_LIMITS } from '@holdout/domain';
import { newToken, tokenHash } from '../auth/secret-token.js';
import { hashPassword } from '../auth/password.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { atMost } from './portfolio-text.js';
import { PortfoliosService } from './portfolios.service.js';
import type { CreateShareLinkInput, ShareLinkType } from './portfolios.types.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ways into a student's own portfolio that they hand out one by one. */
@Injectable()
export class ShareLinksService {
  constructor(
    private readonly portfolios: PortfoliosService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Newest first. */
  async own(operation: Operation): Promise<ShareLinkType[]> {
    const portfolio = await this.portfolios.own(operation);
    if (!portfolio) return [];
    const links = await shareLinksOf(await operation.tx(), portfolio.id);
    return links.map(({ id, label, passcodeHash, createdAt, expiresAt, revokedAt, views, _count }) => ({
      id,
      label,
      createdAt,
      expiresAt,
      revokedAt,
      hasPasscode: passcodeHash !== null,
      viewCount: _count.views,
      views: views.map(({ viewedAt }) => viewedAt),
    }));
  }

  /**
   * Returns its address, which is shown only this once.
   * @throws BadUserInputError, ConflictError, NotFoundError
   */
  async create(operation: Operation, input: CreateShareLinkInput): Promise<string> {
    const { organization } = await operation.member();
    const { id } = await this.portfolios.begun(operation);
    const { label, days, passcode } = checkedLink(input);
    const passcodeHash = passcode === null ? null : await hashPassword(passcode);
    const token = newToken();
    const now = operation.startedAt;
    await createShareLink(
      await operation.tx(),
      {
        organizationId: organization.id,
        portfolioId: id,
        label,
        passcodeHash,
        tokenHash: tokenHash(token),
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      },
      now,
    );
    return new URL(`/p/share/${token}`, this.config.PUBLIC_URL).href;
  }

  /** At once, and once and for all. @throws NotFoundError */
  async revoke(operation: Operation, id: string): Promise<ShareLinkType[]> {
    const portfolio = await this.portfolios.begun(operation);
    await revokeShareLink(await operation.tx(), portfolio.id, id, operation.startedAt);
    return this.own(operation);
  }
}

/** @throws BadUserInputError */
function checkedLink(input: CreateShareLinkInput) {
  const { linkLabel, linkDays, passcode: allowed } = PORTFOLIO_LIMITS;
  const label = atMost(input.label.trim(), linkLabel, 'label', 'A label');
  if (label === '') throw new BadUserInputError('Say for whom the link is.', { field: 'label' });
  if (input.days < 1 || input.days > linkDays)
    throw new BadUserInputError(`A link is valid for 1 to ${linkDays} days.`, {
      field: 'days',
      limit: linkDays,
    });
  const passcode = input.passcode || null;
  if (passcode !== null && (passcode.length < allowed.shortest || passcode.length > allowed.longest))
    throw new BadUserInputError(
      `A passcode has ${allowed.shortest} to ${allowed.longest} characters. Leave it empty for none.`,
      { field: 'passcode', limit: allowed.longest },
    );
  return { label, days: input.days, passcode };
}
