import { Injectable } from '@nestjs/common';
import {
  countUnread,
  mailedKinds,
  notificationsOf,
  readAllNotifications,
  readNotification,
  setMailedKind,
} from '@holdout/db';
import type { NotificationKind } from '@holdout/domain';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import type { NotificationPageType } from './notifications.types.js';

/** Everybody's own notifications in the organization they are in, and nobody else's. */
@Injectable()
export class NotificationsService {
  /** @throws BadUserInputError, NotFoundError */
  async page(operation: Operation, first: number, after: string | null): Promise<NotificationPageType> {
    const { tx, reader } = await this.opened(operation);
    const { rows, hasNextPage } = await notificationsOf(tx, reader, { first: checkedPageSize(first), after });
    return {
      notifications: rows.map(({ id, kind, assignment, announcement, runId, createdAt, readAt }) => ({
        id,
        kind,
        runId,
        createdAt,
        assignmentSlug: assignment?.slug ?? null,
        title: assignment?.title ?? announcement?.title ?? '',
        isRead: readAt !== null,
      })),
      pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null },
    };
  }

  async unread(operation: Operation): Promise<number> {
    const { tx, reader } = await this.opened(operation);
    return countUnread(tx, reader);
  }

  /** @throws NotFoundError */
  async read(operation: Operation, id: string): Promise<number> {
    const { tx, reader } = await this.opened(operation);
    await readNotification(tx, reader, id, operation.startedAt);
    return countUnread(tx, reader);
  }

  async readAll(operation: Operation): Promise<number> {
    const { tx, reader } = await this.opened(operation);
    await readAllNotifications(tx, reader, operation.startedAt);
    return countUnread(tx, reader);
  }

  async mailed(operation: Operation): Promise<NotificationKind[]> {
    const { tx, reader } = await this.opened(operation);
    return mailedKinds(tx, reader);
  }

  async setMailed(
    operation: Operation,
    kind: NotificationKind,
    isMailed: boolean,
  ): Promise<NotificationKind[]> {
    const { tx, reader } = await this.opened(operation);
    await setMailedKind(tx, reader, kind, isMailed);
    return mailedKinds(tx, reader);
  }

  private async opened(operation: Operation) {
    const { organization, userId } = await operation.member();
    return { tx: await operation.tx(), reader: { organizationId: organization.id, userId } };
  }
}
