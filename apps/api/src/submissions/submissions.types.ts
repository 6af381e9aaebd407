import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Submission')
export class SubmissionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  archiveDigest!: string;

  @Field(() => Int)
  archiveBytes!: number;

  @Field(() => String)
  fileName!: string;

  @Field(() => Date)
  createdAt!: Date;
}
