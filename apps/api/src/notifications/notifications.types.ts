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

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => ID, { nullable: true, description: 'Null when something is due soon.' })
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
