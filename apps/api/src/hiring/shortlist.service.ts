import { Injectable } from '@nestjs/common';
import { checkedId, putOnShortlist, shortlistOf, takeOffShortlist } from '@holdout/db';
import { HIRING_LIMITS, NotFoundError } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { atMost } from '../portfolios/portfolio-text.js';
import { CandidatesService } from './candidates.service.js';
import type { ShortlistEntryType } from './hiring.types.js';

/** The shortlists: each hiring manager has one of their own. */
@Injectable()
export class ShortlistService {
  constructor(private readonly candidates: CandidatesService) {}

  /** Newest first. */
  async own(operation: Operation): Promise<ShortlistEntryType[]> {
    const entries = await shortlistOf(await operation.tx(), await managerOf(operation));
    const cards = await this.candidates.cards(
      operation,
      entries.map(({ portfolioId }) => portfolioId),
    );
    return entries.flatMap(({ portfolioId, note, createdAt }) => {
      const candidate = cards.find(({ id }) => id === portfolioId);
      return candidate ? [{ candidate, note, createdAt }] : [];
    });
  }

  /** @throws NotFoundError for someone who did not consent; BadUserInputError, ConflictError */
  async put(operation: Operation, id: string, note: string): Promise<ShortlistEntryType[]> {
    const checked = atMost(note.trim(), HIRING_LIMITS.note, 'note', 'A note');
    const place = await this.candidates.place(operation, id);
    if (!place) throw new NotFoundError('The candidate');
    await putOnShortlist(await operation.tx(), await managerOf(operation), {
      portfolioId: place.id,
      note: checked,
    });
    return this.own(operation);
  }

  /** @throws NotFoundError when the candidate is not on it */
  async remove(operation: Operation, id: string): Promise<ShortlistEntryType[]> {
    const portfolioId = checkedId(id, 'The candidate');
    await takeOffShortlist(await operation.tx(), await managerOf(operation), portfolioId);
    return this.own(operation);
  }
}

async function managerOf(operation: Operation) {
  const { organization, userId } = await operation.member();
  return { organizationId: organization.id, userId };
}
