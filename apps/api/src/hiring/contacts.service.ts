import { Injectable } from '@nestjs/common';
import {
  answerContactRequest,
  contactRequestsBy,
  contactRequestsToViewer,
  PersonalData,
  requestContact,
} from '@holdout/db';
import { BadUserInputError, HIRING_LIMITS, NotFoundError } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { atMost } from '../portfolios/portfolio-text.js';
import { CandidatesService } from './candidates.service.js';
import type { ReceivedContactRequestType, SentContactRequestType } from './hiring.types.js';

/**
 * A hiring manager asks and the student answers. The student's address is shown only after a yes, and only to the one
 * who asked.
 */
@Injectable()
export class ContactsService {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly personal: PersonalData,
  ) {}

  async sent(operation: Operation): Promise<SentContactRequestType[]> {
    const { userId } = await operation.member();
    const rows = await contactRequestsBy(await operation.tx(), userId);
    return rows.map(({ portfolioId, ...request }) => ({ ...request, candidateId: portfolioId }));
  }

  /** @throws NotFoundError for someone who did not consent; BadUserInputError, ConflictError, RateLimitedError */
  async request(operation: Operation, id: string, text: string): Promise<SentContactRequestType[]> {
    const { organization, userId } = await operation.member();
    const message = atMost(text.trim(), HIRING_LIMITS.message, 'message', 'A message');
    if (message === '') throw new BadUserInputError('Say who asks, and why.', { field: 'message' });
    const place = await this.candidates.place(operation, id);
    if (!place) throw new NotFoundError('The candidate');
    await requestContact(
      await operation.tx(),
      { organizationId: organization.id, managerId: userId, portfolioId: place.id, message },
      operation.startedAt,
    );
    return this.sent(operation);
  }

  async received(operation: Operation): Promise<ReceivedContactRequestType[]> {
    return contactRequestsToViewer(await operation.tx(), this.personal);
  }

  /**
   * A request can be answered only once.
   * @throws NotFoundError
   */
  async answer(operation: Operation, id: string, isAccepted: boolean): Promise<ReceivedContactRequestType[]> {
    await answerContactRequest(await operation.tx(), id, isAccepted, operation.startedAt);
    return this.received(operation);
  }
}
