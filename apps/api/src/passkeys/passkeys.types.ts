import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Passkey')
export class PasskeyType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Date, { nullable: true })
  createdAt!: Date | null;
}
