import { Field, ID, InputType } from '@nestjs/graphql';
import type { AiUse, RunKind } from '@holdout/domain';
import { AiUseEnum, RunKindEnum } from '../graphql/enums.js';

@InputType('DeclarationInput')
export class DeclarationInput {
  @Field(() => AiUseEnum)
  aiUse!: AiUse;

  @Field(() => String)
  help!: string;
}

@InputType('SubmitInput')
export class SubmitInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => ID)
  uploadId!: string;

  @Field(() => RunKindEnum)
  kind!: RunKind;

  @Field(() => DeclarationInput, { nullable: true })
  declaration!: DeclarationInput | null;
}
