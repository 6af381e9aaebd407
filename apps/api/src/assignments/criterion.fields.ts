import { Field, Float, InputType, ObjectType } from '@nestjs/graphql';
import type { CriterionMode, Skill, WorkflowStep } from '@holdout/domain';
import { CriterionModeEnum, SkillEnum, WorkflowStepEnum } from '../graphql/enums.js';

/** The fields of a criterion that are visible even to those who may not see the rest of its rubric. */
@InputType({ isAbstract: true })
@ObjectType({ isAbstract: true })
export abstract class NamedCriterionFields {
  @Field(() => String, { description: 'Stays the same when the criterion is changed.' })
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

  @Field(() => [SkillEnum])
  skills!: readonly Skill[];
}

/** The fields of a criterion wherever its rubric is shown or edited. */
@InputType({ isAbstract: true })
@ObjectType({ isAbstract: true })
export abstract class CriterionFields extends NamedCriterionFields {
  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => String)
  advice!: string;
}

/** A level that a reviewer can choose. */
@InputType({ isAbstract: true })
@ObjectType({ isAbstract: true })
abstract class CriterionLevelFields {
  @Field(() => Float)
  points!: number;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  description!: string;
}

@ObjectType('CriterionLevel')
export class CriterionLevelType extends CriterionLevelFields {}

@InputType()
export class CriterionLevelInput extends CriterionLevelFields {}
