import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { CriterionFields, CriterionLevelType } from '../assignments/criterion.fields.js';
import { ScoreChanges } from '../runs/score-changes.types.js';

@ObjectType('RubricCriterion')
export class RubricCriterionType extends CriterionFields {
  @Field(() => [CriterionLevelType])
  levels!: CriterionLevelType[];
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
export class RubricImpactType extends ScoreChanges {
  @Field(() => Int, { description: 'Certifications that were looked at.' })
  runs!: number;

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
