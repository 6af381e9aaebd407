import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Impersonation', { description: 'An admin looks at the pages as a student sees them.' })
export class ImpersonationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  adminName!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { description: 'When it was stopped, or runs out by itself.' })
  until!: Date;
}
