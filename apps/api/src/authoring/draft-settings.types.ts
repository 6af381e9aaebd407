import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { DraftSettings, MetricDirection, OwnMetric } from '@holdout/domain';
import { MetricDirectionEnum } from '../graphql/enums.js';

@ObjectType('CriterionWeight')
@InputType('CriterionWeightInput')
class CriterionWeightType {
  @Field(() => String)
  key!: string;

  @Field(() => Float)
  weight!: number;

  @Field(() => [String], {
    nullable: true,
    description: 'Graded metrics whose mean it is; null where they are the template’s.',
  })
  metrics!: string[] | null;
}

@ObjectType('WorthSeventy')
@InputType('WorthSeventyInput')
class WorthSeventyType {
  @Field(() => String)
  metric!: string;

  @Field(() => Float)
  value!: number;
}

@ObjectType('OwnMetric', { description: 'A metric that the assignment’s own scorer measures.' })
@InputType('OwnMetricInput')
class OwnMetricType implements OwnMetric {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => Float, { description: 'The best possible value.' })
  bound!: number;

  @Field(() => String)
  unit!: string;
}

/** What an author has said of a draft. Null and an empty list leave it to the template. */
@ObjectType('AssignmentDraftSettings')
@InputType('AssignmentDraftSettingsInput')
export class AssignmentDraftSettingsType implements Omit<DraftSettings, 'template' | 'splitRule'> {
  @Field(() => String, { nullable: true })
  template!: string | null;

  @Field(() => String, { nullable: true, description: 'The column that is predicted.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'The outcome whose probability is predicted.' })
  positive!: string | null;

  @Field(() => String, { nullable: true, description: 'The column that only names rows.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'The column whose rows of one value belong together.' })
  group!: string | null;

  @Field(() => String, { nullable: true })
  time!: string | null;

  @Field(() => String, { nullable: true, description: 'Of forecasts: the column that tells series apart.' })
  series!: string | null;

  @Field(() => String, { nullable: true })
  user!: string | null;

  @Field(() => String, { nullable: true })
  item!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where every row is a plain interaction.' })
  rating!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The array of images; `target` is that of their labels.',
  })
  images!: string | null;

  @Field(() => [String])
  sensitive!: string[];

  @Field(() => String, { nullable: true })
  splitRule!: string | null;

  @Field(() => Int, { nullable: true })
  samplePercent!: number | null;

  @Field(() => Int, { nullable: true })
  publicPercent!: number | null;

  @Field(() => Int, { nullable: true })
  privatePercent!: number | null;

  @Field(() => Int, { nullable: true, description: 'Steps that are forecast.' })
  horizon!: number | null;

  @Field(() => Int, { nullable: true, description: 'Steps after which series repeat themselves.' })
  season!: number | null;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Its name in addresses and commands.' })
  slug!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'Markdown.' })
  brief!: string;

  @Field(() => String, { nullable: true })
  stage!: string | null;

  @Field(() => [CriterionWeightType], { description: 'Of criteria whose weight is not the template’s.' })
  weights!: CriterionWeightType[];

  @Field(() => [WorthSeventyType], { description: 'Values of metrics that are worth 70 points.' })
  simpleAt!: WorthSeventyType[];

  @Field(() => Int, { nullable: true, description: 'Rows that are asked again in other company.' })
  twinRows!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rows that are asked again a little changed.' })
  perturbedRows!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Retrainings on shuffled outcomes in certification runs.',
  })
  shuffledRetrains!: number | null;

  @Field(() => String, { description: 'Python of a scorer of the assignment’s own; empty without one.' })
  scorer!: string;

  @Field(() => [OwnMetricType], { description: 'What it measures.' })
  scorerMetrics!: OwnMetricType[];

  @Field(() => Int, { nullable: true, description: 'Of the criterion that is the mean of these metrics.' })
  scorerWeight!: number | null;

  @Field(() => Int, { nullable: true })
  passMark!: number | null;

  @Field(() => Int, { nullable: true })
  practicePerDay!: number | null;

  @Field(() => Int, { nullable: true })
  certification!: number | null;

  @Field(() => Int, { nullable: true })
  maxTeamSize!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601, for every cohort that it is opened to.' })
  opensAt!: string | null;

  @Field(() => String, { nullable: true })
  dueAt!: string | null;

  @Field(() => String, { nullable: true })
  closesAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days for which late work is taken. Null takes none.' })
  lateDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of the points, for each of these days.' })
  latePercent!: number | null;

  @Field(() => Int, { nullable: true })
  trainSeconds!: number | null;

  @Field(() => Int, { nullable: true })
  trainMemoryMib!: number | null;

  @Field(() => String)
  licence!: string;

  @Field(() => String)
  origin!: string;

  @Field(() => String, { description: 'Whose data it is, and what is sensitive in it.' })
  personalData!: string;

  @Field(() => Boolean, { description: 'The author declares that the rows may be shown to students.' })
  mayBeShown!: boolean;

  @Field(() => Boolean, { description: 'Of a further version: other rows are hidden than before.' })
  drawsAgain!: boolean;
}
