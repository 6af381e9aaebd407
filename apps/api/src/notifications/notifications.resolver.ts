import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { NotificationKind } from '@holdout/domain';
import { NotificationKindEnum } from '../graphql/enums.js';
import { AllowRoles, authorize } from '../operation/access.js';
import { CurrentOperation, type OperationContext } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RunEvents } from '../runs/run-events.js';
import { RunStream } from '../runs/run-streams.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationPageType, NotificationType } from './notifications.types.js';

@Resolver(() => NotificationType)
export class NotificationsResolver {
  constructor(
    private readonly service: NotificationsService,
    private readonly events: RunEvents,
  ) {}

  @AllowRoles('STUDENT')
  @Query(() => NotificationPageType, { description: 'Your own, newest first.' })
  notifications(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.page(operation, first ?? 20, after ?? null);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => Int, { description: 'Answers how many are unread then, counted to 100.' })
  readNotification(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<number> {
    return this.service.read(operation, id);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => Int, { description: 'Answers how many are unread then.' })
  readAllNotifications(@CurrentOperation() operation: Operation): Promise<number> {
    return this.service.readAll(operation);
  }

  @AllowRoles('STUDENT')
  @Query(() => [NotificationKindEnum], { description: 'The kinds that you get by e-mail as well.' })
  mailedNotifications(@CurrentOperation() operation: Operation) {
    return this.service.mailed(operation);
  }

  @AllowRoles('STUDENT')
  @Mutation(() => [NotificationKindEnum])
  setMailedNotification(
    @CurrentOperation() operation: Operation,
    @Args('kind', { type: () => NotificationKindEnum }) kind: NotificationKind,
    @Args('isMailed', { type: () => Boolean }) isMailed: boolean,
  ) {
    return this.service.setMailed(operation, kind, isMailed);
  }

  @AllowRoles('STUDENT')
  @Subscription(() => Int, {
    description: 'How many of yours are unread, counted to 100: now, and whenever that may have changed.',
    async resolve(
      this: NotificationsResolver,
      _event: object,
      _args: object,
      { operation }: OperationContext,
    ) {
      await authorize(operation, { kind: 'roles', roles: ['STUDENT'] });
      return this.service.unread(operation);
    },
  })
  async unreadNotifications(@CurrentOperation() operation: Operation) {
    const { organization, userId } = await operation.member();
    return new RunStream(this.events.ofPerson(organization.id, userId), {}, () => false);
  }
}
