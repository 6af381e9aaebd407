import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CriterionMode, Skill, SplitName, WorkflowStep } from '@holdout/domain';
import { CriterionModeEnum, SkillEnum, SplitNameEnum, WorkflowStepEnum } from '../graphql/enums.js';
import { PlotType } from './plots.types.js';

@ObjectType('CriterionScore')
export class CriterionScoreType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => WorkflowStepEnum)
  workflowStep!: WorkflowStep;

  @Field(() => CriterionModeEnum)
  mode!: CriterionMode;

  @Field(() => Float, { nullable: true })
  points!: number | null;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => Float)
  weight!: number;

  @Field(() => Float)
  countedWeight!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => String)
  advice!: string;

  @Field(() => [SkillEnum])
  skills!: Skill[];
}

@ObjectType('Gate')
export class GateType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  status!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  limit!: number | null;

  @Field(() => String)
  message!: string;
}

@ObjectType('Finding')
export class FindingType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  severity!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('SliceMetric')
export class SliceMetricType {
  @Field(() => String)
  name!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType('Slice')
export class SliceType {
  @Field(() => String)
  attribute!: string;

  @Field(() => String)
  group!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => Int)
  positives!: number;

  @Field(() => [SliceMetricType])
  metrics!: SliceMetricType[];
}

@ObjectType('LadderRelease')
export class LadderReleaseType {
  @Field(() => Boolean)
  isReleased!: boolean;

  @Field(() => Float)
  shownPoints!: number;

  @Field(() => ID)
  shownRunId!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('Lateness', { description: 'What late work cost.' })
export class LatenessType {
  @Field(() => Int, { description: 'Started days after the due date.' })
  daysLate!: number;

  @Field(() => Int, { description: 'Pooled late days that paid for some of them.' })
  lateDaysSpent!: number;

  @Field(() => Float, { description: 'Share of the points that is left, 0 to 1.' })
  factor!: number;
}

@ObjectType('Score')
export class ScoreType {
  @Field(() => ID)
  id!: string;

  @Field(() => SplitNameEnum)
  split!: SplitName;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Float)
  passMark!: number;

  @Field(() => Boolean)
  isPassed!: boolean;

  @Field(() => Boolean)
  isProvisional!: boolean;

  @Field(() => String)
  anchorsSource!: string;

  @Field(() => [CriterionScoreType])
  criteria!: CriterionScoreType[];

  @Field(() => [GateType])
  gates!: GateType[];

  @Field(() => [FindingType])
  findings!: FindingType[];

  @Field(() => [SliceType])
  slices!: SliceType[];

  @Field(() => [PlotType])
  plots!: PlotType[];

  @Field(() => LadderReleaseType, { nullable: true })
  ladder!: LadderReleaseType | null;

  @Field(() => LatenessType, { nullable: true, description: 'Null when on time.' })
  lateness!: LatenessType | null;

  @Field(() => Date)
  createdAt!: Date;
}
