import type { NotificationKind } from '@holdout/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NotificationKindEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('Notification')
export class NotificationType {
  @Field(() => ID)
  id!: string;

  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => String, { nullable: true, description: 'Null for an announcement.' })
  assignmentSlug!: string | null;

  @Field(() => String, { description: 'Of the assignment or the announcement.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Null where it is about no run.' })
  runId!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Boolean)
  isRead!: boolean;
}

@ObjectType('NotificationPage')
export class NotificationPageType {
  @Field(() => [NotificationType])
  notifications!: NotificationType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
