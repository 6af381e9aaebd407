import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class GradeCriterionInput {
  @Field(() => ID)
  runId!: string;

  @Field(() => ID)
  criterionId!: string;

  @Field(() => Float, { description: 'Points of one of the criterion’s levels.' })
  points!: number;

  @Field(() => String, { nullable: true })
  comment!: string | null;
}

@InputType()
export class ReviewCommentInput {
  @Field(() => ID)
  runId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A file of the submission; without, the whole run is meant.',
  })
  file!: string | null;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  @Field(() => String)
  text!: string;
}

@InputType()
export class ReviewPolicyInput {
  @Field(() => Int)
  gradersPerRun!: number;

  @Field(() => Boolean)
  isAnonymous!: boolean;

  @Field(() => Boolean)
  isHeld!: boolean;
}
