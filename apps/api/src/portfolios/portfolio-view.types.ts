import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Assurance, Skill } from '@holdout/domain';
import { CriterionLevelType, NamedCriterionFields } from '../assignments/criterion.fields.js';
import { AssuranceEnum, SkillEnum } from '../graphql/enums.js';
import { ResultReproductionType } from '../reproductions/reproductions.types.js';
import { PlotType } from '../runs/plots.types.js';
import { MetricValueType } from '../runs/runs.types.js';

@ObjectType('Percentile', { description: 'Share of the others who have less, in percent.' })
export class PercentileType {
  @Field(() => Float)
  value!: number;

  @Field(() => Float, { description: 'At the low end of the points’ interval.' })
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Int, { description: 'How many others.' })
  others!: number;
}

@ObjectType('ShownCriterion', { description: 'A criterion that a result was judged by, and what it gave.' })
export class ShownCriterionType extends NamedCriterionFields {
  @Field(() => Float)
  points!: number;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => Float, { description: 'In the points: 0 of what was measured and cannot be told apart.' })
  countedWeight!: number;

  @Field(() => [CriterionLevelType], {
    description: 'Of which a person chose one; none where a machine measures.',
  })
  levels!: CriterionLevelType[];
}

@ObjectType('PortfolioResult')
export class PortfolioResultType {
  @Field(() => ID, { description: 'The submission that passed.' })
  id!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => String)
  assignmentSummary!: string;

  @Field(() => String, { description: 'Markdown.' })
  caseStudy!: string;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Float)
  passMark!: number;

  @Field(() => AssuranceEnum)
  assurance!: Assurance;

  @Field(() => Date)
  issuedAt!: Date;

  @Field(() => String, { description: 'Of the credential that states this result.' })
  credentialAddress!: string;

  @Field(() => ID)
  credentialId!: string;

  @Field(() => [ResultReproductionType], { description: 'How often it was run again, newest first.' })
  reproductions!: ResultReproductionType[];

  @Field(() => [MetricValueType], { description: 'Empty where the student does not show them.' })
  metrics!: MetricValueType[];

  @Field(() => [ShownCriterionType], { description: 'Empty where the student does not show them.' })
  criteria!: ShownCriterionType[];

  @Field(() => PercentileType, {
    nullable: true,
    description: 'Null where the student does not show it, and where there are too few others.',
  })
  percentile!: PercentileType | null;

  @Field(() => [String], { description: 'What reviewers said of the work as a whole.' })
  comments!: string[];

  @Field(() => [PlotType])
  figures!: PlotType[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was handed in, where code is shown.' })
  archiveDigest!: string | null;

  @Field(() => String, { nullable: true })
  gitCommit!: string | null;
}

@ObjectType('PortfolioSkill', { description: 'Evidence from the results shown.' })
export class PortfolioSkillType {
  @Field(() => SkillEnum)
  skill!: Skill;

  @Field(() => Float)
  points!: number;

  @Field(() => Int, { description: 'How many criteria speak for it.' })
  evidence!: number;
}

@ObjectType('PublishedPortfolio', { description: 'A portfolio as others see it.' })
export class PublishedPortfolioType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'The student’s name or pseudonym.' })
  name!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String)
  location!: string;

  @Field(() => Boolean)
  isRemote!: boolean;

  @Field(() => String, { description: 'The organization that issued the credentials.' })
  issuerName!: string;

  @Field(() => String)
  issuerSlug!: string;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => [PortfolioSkillType])
  skills!: PortfolioSkillType[];

  @Field(() => [PortfolioResultType])
  results!: PortfolioResultType[];
}
