import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PhaseName, RiskReason } from '@holdout/domain';
import { CohortType } from '../cohorts/cohorts.types.js';
import { PhaseNameEnum, RiskReasonEnum } from '../graphql/enums.js';
import { SkillPointsType } from '../graphql/skill-points.js';

@ObjectType('CohortStage')
export class CohortStageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  passed!: number;

  @Field(() => Int)
  inProgress!: number;

  @Field(() => Int)
  notStarted!: number;
}

@ObjectType('CohortAssignmentFigures', {
  description: 'Medians over students; the 95th percentile where a field says most or slow.',
})
export class CohortAssignmentFiguresType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  tried!: number;

  @Field(() => Int)
  certified!: number;

  @Field(() => Int)
  passed!: number;

  @Field(() => [Float], {
    nullable: true,
    description: 'Least, quartiles and most of each student’s best certification.',
  })
  quartiles!: number[] | null;

  @Field(() => [Int], { description: 'Students by their best certification, in ten bins of ten points.' })
  histogram!: number[];

  @Field(() => Float, { nullable: true })
  attemptsToPass!: number | null;

  @Field(() => Float, { nullable: true })
  attemptsToPassMost!: number | null;

  @Field(() => Float, { nullable: true })
  feedbackSeconds!: number | null;

  @Field(() => Float, { nullable: true })
  feedbackSecondsSlow!: number | null;

  @Field(() => Float, { nullable: true, description: 'From the result to a person’s finished review.' })
  reviewSeconds!: number | null;
}

@ObjectType('CommonFailure')
export class CommonFailureType {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => PhaseNameEnum, { nullable: true })
  phase!: PhaseName | null;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'One of the messages; they differ in numbers at most.' })
  message!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Int)
  students!: number;
}

@ObjectType('StudentSkills')
export class StudentSkillsType {
  @Field(() => ID)
  studentId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Float)
  mean!: number;

  @Field(() => [SkillPointsType], { description: 'Skills without evidence are missing.' })
  skills!: SkillPointsType[];
}

@ObjectType('Risk')
export class RiskType {
  @Field(() => RiskReasonEnum)
  reason!: RiskReason;

  @Field(() => String, { nullable: true })
  assignmentTitle!: string | null;

  @Field(() => Date)
  since!: Date;
}

@ObjectType('StudentAtRisk')
export class StudentAtRiskType {
  @Field(() => ID)
  studentId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [RiskType])
  risks!: RiskType[];
}

@ObjectType('WeakSlice')
export class WeakSliceType {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => String)
  attribute!: string;

  @Field(() => String)
  group!: string;

  @Field(() => String)
  metric!: string;

  @Field(() => Int)
  students!: number;

  @Field(() => Float, { description: 'Share of students whose slice is worse than their own overall value.' })
  shareWorse!: number;

  @Field(() => Float, { description: 'The same with the slice’s whole interval on the worse side.' })
  shareClearlyWorse!: number;

  @Field(() => Float)
  slice!: number;

  @Field(() => Float)
  overall!: number;
}

@ObjectType('CohortAnalytics', {
  description: 'Figures of the students enrolled now and the published assignments of their track.',
})
export class CohortAnalyticsType {
  @Field(() => CohortType)
  cohort!: CohortType;

  @Field(() => Int)
  students!: number;

  @Field(() => Int, { description: 'Practice and certification runs.' })
  attempts!: number;
}
