import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ContactsService } from './contacts.service.js';
import { ReceivedContactRequestType, SentContactRequestType } from './hiring.types.js';

@Resolver()
export class ContactsResolver {
  constructor(private readonly service: ContactsService) {}

  @AllowRoles('HIRING_MANAGER')
  @Query(() => [SentContactRequestType], {
    description: 'Your own, newest first. Those to whoever withdrew are gone.',
  })
  sentContactRequests(@CurrentOperation() operation: Operation) {
    return this.service.sent(operation);
  }

  @AllowRoles('HIRING_MANAGER')
  @Mutation(() => [SentContactRequestType], { description: 'Once for each organization.' })
  requestContact(
    @CurrentOperation() operation: Operation,
    @Args('candidateId', { type: () => ID }) candidateId: string,
    @Args('message', { type: () => String }) message: string,
  ) {
    return this.service.request(operation, candidateId, message);
  }

  @AllowRoles('STUDENT')
  @Query(() => [ReceivedContactRequestType], { description: 'What hiring managers ask you, newest first.' })
  receivedContactRequests(@CurrentOperation() operation: Operation) {
    return this.service.received(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => [ReceivedContactRequestType], {
    description: 'A yes tells your email address to whoever asked. Once.',
  })
  answerContactRequest(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('isAccepted', { type: () => Boolean }) isAccepted: boolean,
  ) {
    return this.service.answer(operation, id, isAccepted);
  }
}
