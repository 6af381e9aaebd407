import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AiUse } from '@holdout/domain';
import { AiUseEnum } from '../graphql/enums.js';

@ObjectType('Declaration')
export class DeclarationType {
  @Field(() => AiUseEnum)
  aiUse!: AiUse;

  @Field(() => String)
  help!: string;

  @Field(() => Boolean)
  isOwnWork!: boolean;

  @Field(() => String, { nullable: true, description: 'The integrity policy as it was worded then.' })
  policy!: string | null;
}

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

  @Field(() => String, { nullable: true })
  gitCommit!: string | null;

  @Field(() => Date)
  createdAt!: Date;
}
