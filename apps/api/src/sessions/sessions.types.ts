import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Session')
export class SessionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { nullable: true })
  userAgent!: string | null;

  @Field(() => Boolean)
  isCurrent!: boolean;
}
