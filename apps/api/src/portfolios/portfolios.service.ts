import { Injectable } from '@nestjs/common';
import {
  beginPortfolio,
  consentToSearch,
  passesOf,
  portfolioOfStudent,
  publishPortfolio,
  writePortfolio,
  writePortfolioItems,
} from '@holdout/db';
import { BadUserInputError, NotFoundError } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { checkedPortfolio } from './portfolio-text.js';
import { PortfolioViewsService, type ViewParent } from './portfolio-views.service.js';
import type { PassType, PortfolioType, SavePortfolioInput } from './portfolios.types.js';

/** Every student's own portfolio in the organization they are in. */
@Injectable()
export class PortfoliosService {
  constructor(private readonly views: PortfolioViewsService) {}

  /** Null before one was begun. */
  async own(operation: Operation): Promise<PortfolioType | null> {
    const { userId } = await operation.member();
    return portfolioOfStudent(await operation.tx(), userId);
  }

  async passes(operation: Operation): Promise<PassType[]> {
    const { userId } = await operation.member();
    return passesOf(await operation.tx(), userId);
  }

  /** As others would see it, were it published. @throws NotFoundError */
  async preview(operation: Operation): Promise<ViewParent> {
    const { id } = await this.begun(operation);
    return this.views.view(await operation.tx(), id);
  }

  async begin(operation: Operation): Promise<PortfolioType> {
    const { organization, userId } = await operation.member();
    await beginPortfolio(await operation.tx(), { organizationId: organization.id, userId });
    return this.begun(operation);
  }

  /** @throws BadUserInputError, ConflictError when another portfolio lies at this address */
  async save(operation: Operation, input: SavePortfolioInput): Promise<PortfolioType> {
    const { items, ...text } = checkedPortfolio(input);
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const portfolio = await this.begun(operation);
    const passes = new Set((await this.passes(operation)).map(({ submissionId }) => submissionId));
    // What is there already may stay: a pass that is looked at again comes back by itself.
    const known = new Set(portfolio.items.map(({ submissionId }) => submissionId));
    const foreign = items.find(({ submissionId }) => !passes.has(submissionId) && !known.has(submissionId));
    if (foreign)
      throw new BadUserInputError(
        'Only passes of your own can be shown, while their credential is in force. Reload the page.',
        { field: 'items' },
      );
    await writePortfolio(tx, portfolio.id, text);
    await writePortfolioItems(tx, { id: portfolio.id, organizationId: organization.id }, items);
    return this.begun(operation);
  }

  /** For anyone with its address, or for nobody: at once. */
  async publish(operation: Operation, isPublic: boolean): Promise<PortfolioType> {
    const { id } = await this.begun(operation);
    await publishPortfolio(await operation.tx(), id, isPublic);
    return this.begun(operation);
  }

  /** Whether hiring managers may find it: at once, in search and in all that came of it. */
  async consentToSearch(operation: Operation, isGiven: boolean): Promise<PortfolioType> {
    const { id } = await this.begun(operation);
    await consentToSearch(await operation.tx(), id, isGiven ? operation.startedAt : null);
    return this.begun(operation);
  }

  /** @throws NotFoundError */
  async begun(operation: Operation): Promise<PortfolioType> {
    const portfolio = await this.own(operation);
    if (!portfolio) throw new NotFoundError('Your portfolio');
    return portfolio;
  }
}
