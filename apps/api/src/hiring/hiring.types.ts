import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ComparedVerdict, ContactStatus, MetricDirection, Skill } from '@holdout/domain';
import { ComparedVerdictEnum, ContactStatusEnum, MetricDirectionEnum, SkillEnum } from '../graphql/enums.js';
import { SkillPointsType } from '../graphql/skill-points.js';
import { PublishedPortfolioType } from '../portfolios/portfolio-view.types.js';
import { PageInfoType } from '../runs/runs.types.js';

@InputType()
export class CandidateFilterInput {
  @Field(() => SkillEnum, { nullable: true })
  skill?: Skill | null;

  @Field(() => Float, { nullable: true, description: 'At least so many points of evidence for the skill.' })
  skillPoints?: number | null;

  @Field(() => String, { nullable: true })
  assignmentSlug?: string | null;

  @Field(() => Float, { nullable: true, description: 'At least so many points in one result.' })
  points?: number | null;

  @Field(() => String, { nullable: true })
  metric?: string | null;

  @Field(() => Float, { nullable: true, description: 'At least, or at most where lower is better.' })
  metricValue?: number | null;

  @Field(() => Int, { nullable: true, description: 'With a result issued within so many days.' })
  withinDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Part of a place’s name.' })
  location?: string | null;
}

@ObjectType('CandidateResult')
export class CandidateResultType {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType('Candidate', { description: 'Someone who consented to be found.' })
export class CandidateType {
  @Field(() => ID, { description: 'Of the portfolio.' })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String)
  location!: string;

  @Field(() => Boolean)
  isRemote!: boolean;

  @Field(() => String)
  issuerName!: string;

  @Field(() => [SkillPointsType], { description: 'The strongest first.' })
  skills!: SkillPointsType[];

  @Field(() => [CandidateResultType])
  results!: CandidateResultType[];
}

@ObjectType('CandidatePage')
export class CandidatePageType {
  @Field(() => [CandidateType])
  candidates!: CandidateType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('SearchableMetric')
export class SearchableMetricType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;
}

@ObjectType('SearchableProject')
export class SearchableProjectType {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [SearchableMetricType])
  metrics!: SearchableMetricType[];
}

@ObjectType('ComparedResult')
export class ComparedResultType {
  @Field(() => ID)
  candidateId!: string;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => ComparedVerdictEnum)
  verdict!: ComparedVerdict;

  @Field(() => Boolean, { description: 'Compared row by row; otherwise by whether the intervals overlap.' })
  isPaired!: boolean;
}

@ObjectType('ComparedProject')
export class ComparedProjectType {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => [ComparedResultType], { description: 'Of those who have one, the most points first.' })
  results!: ComparedResultType[];
}

@ObjectType('CandidateComparison')
export class CandidateComparisonType {
  @Field(() => [PublishedPortfolioType], { description: 'In the order asked; whoever withdrew is missing.' })
  candidates!: PublishedPortfolioType[];

  @Field(() => [ComparedProjectType])
  projects!: ComparedProjectType[];
}

@ObjectType('ShortlistEntry')
export class ShortlistEntryType {
  @Field(() => CandidateType)
  candidate!: CandidateType;

  @Field(() => String)
  note!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('SentContactRequest')
export class SentContactRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  candidateId!: string;

  @Field(() => String)
  message!: string;

  @Field(() => ContactStatusEnum)
  status!: ContactStatus;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'The email address, once the candidate accepted.' })
  address!: string | null;
}

@ObjectType('ReceivedContactRequest')
export class ReceivedContactRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  managerName!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => String)
  message!: string;

  @Field(() => ContactStatusEnum)
  status!: ContactStatus;

  @Field(() => Date)
  createdAt!: Date;
}
