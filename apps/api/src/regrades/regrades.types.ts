import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { RegradeStatusEnum, type RegradeStatus } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('RegradeMessage')
export class RegradeMessageType {
  @Field(() => String)
  author!: string;

  @Field(() => Boolean)
  isFromStudent!: boolean;

  @Field(() => String)
  text!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('RegradeRequest')
export class RegradeRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  runId!: string;

  @Field(() => RegradeStatusEnum)
  status!: RegradeStatus;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => [RegradeMessageType])
  messages!: RegradeMessageType[];
}

@ObjectType('RegradeRequestPage')
export class RegradeRequestPageType {
  @Field(() => [RegradeRequestType])
  requests!: RegradeRequestType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@InputType('RegradeReplyInput')
export class RegradeReplyInput {
  @Field(() => ID)
  requestId!: string;

  @Field(() => String)
  text!: string;

  @Field(() => RegradeStatusEnum, {
    nullable: true,
    description: 'ACCEPTED or DECLINED ends the thread; for staff.',
  })
  decision!: RegradeStatus | null;
}
