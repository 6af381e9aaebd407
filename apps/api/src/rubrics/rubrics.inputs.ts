import { Field, InputType, Int } from '@nestjs/graphql';
import { CriterionFields, CriterionLevelInput } from '../assignments/criterion.fields.js';

@InputType()
export class CriterionInput extends CriterionFields {
  @Field(() => [CriterionLevelInput], { description: 'Of a criterion by a person; else empty.' })
  levels!: CriterionLevelInput[];
}

@InputType()
export class RubricInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => Int, { description: 'The version of the rubric that was changed.' })
  basis!: number;

  @Field(() => [CriterionInput])
  criteria!: CriterionInput[];
}
