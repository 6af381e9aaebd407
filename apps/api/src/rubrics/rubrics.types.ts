import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CriterionMode, Skill, WorkflowStep } from '@holdout/domain';
import { CriterionModeEnum, SkillEnum, WorkflowStepEnum } from '../graphql/enums.js';

@ObjectType('RubricLevel')
export class RubricLevelType {
  @Field(() => Float)
  points!: number;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  description!: string;
}

@ObjectType('RubricCriterion')
export class RubricCriterionType {
  @Field(() => String)
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

  @Field(() => [RubricLevelType])
  levels!: RubricLevelType[];
}

@ObjectType('Rubric')
export class RubricType {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => Int, { description: 'Of the assignment.' })
  assignmentVersion!: number;

  @Field(() => Int, { description: 'Of the rubric: 1 is what the assignment was published with.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why it was changed last.' })
  reason!: string | null;

  @Field(() => [RubricCriterionType])
  criteria!: RubricCriterionType[];
}

@ObjectType('RevisedRun')
export class RevisedRunType {
  @Field(() => ID)
  runId!: string;

  @Field(() => String)
  student!: string;

  @Field(() => Float)
  before!: number;

  @Field(() => Float)
  after!: number;

  @Field(() => Boolean)
  wasPassed!: boolean;

  @Field(() => Boolean)
  isPassed!: boolean;
}

@ObjectType('RubricImpact')
export class RubricImpactType {
  @Field(() => Int, { description: 'Certifications that were looked at.' })
  runs!: number;

  @Field(() => Int)
  raised!: number;

  @Field(() => Int)
  lowered!: number;

  @Field(() => Int)
  newlyPassed!: number;

  @Field(() => Int)
  noLongerPassed!: number;

  @Field(() => Int, { description: 'Runs with a person’s choice that has no level of its name any more.' })
  judgedAgain!: number;

  @Field(() => Int, { description: 'In force, of runs whose points change: issued again or revoked.' })
  credentials!: number;

  @Field(() => [Int], {
    description: 'Runs by change of points, in bins of five from -50 or less to 50 or more.',
  })
  histogram!: number[];

  @Field(() => [RevisedRunType], { description: 'The 100 that change most.' })
  changes!: RevisedRunType[];
}
