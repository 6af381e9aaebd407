import { Field, Float, InputType, Int } from '@nestjs/graphql';
import type { CriterionMode, Skill, WorkflowStep } from '@holdout/domain';
import { CriterionModeEnum, SkillEnum, WorkflowStepEnum } from '../graphql/enums.js';

@InputType()
export class CriterionLevelInput {
  @Field(() => Float)
  points!: number;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  description!: string;
}

@InputType()
export class CriterionInput {
  @Field(() => String, { description: 'Stays the same when a criterion is changed.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => WorkflowStepEnum)
  workflowStep!: WorkflowStep;

  @Field(() => CriterionModeEnum)
  mode!: CriterionMode;

  @Field(() => Float)
  weight!: number;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => [SkillEnum])
  skills!: Skill[];

  @Field(() => String)
  advice!: string;

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
