import { Field, ID, InputType } from '@nestjs/graphql';
import type { AiUse, RunKind } from '@holdout/domain';
import { AiUseEnum, RunKindEnum } from '../graphql/enums.js';

@InputType('DeclarationInput')
export class DeclarationInput {
  @Field(() => AiUseEnum)
  aiUse!: AiUse;

  @Field(() => String)
  help!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The student confirms that, but for what is declared, the work is their own.',
  })
  isOwnWork!: boolean | null;
}

@InputType('GitSubmitInput')
export class GitSubmitInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String, { description: 'https address of a public repository.' })
  url!: string;

  @Field(() => String, { description: 'All 40 digits of the commit.' })
  commit!: string;

  @Field(() => RunKindEnum)
  kind!: RunKind;

  @Field(() => DeclarationInput, { nullable: true })
  declaration!: DeclarationInput | null;
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
