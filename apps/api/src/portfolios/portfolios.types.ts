import { Field, Float, ID, InputType, Int, ObjectType, OmitType } from '@nestjs/graphql';

@ObjectType('PortfolioItem')
export class PortfolioItemType {
  @Field(() => ID)
  submissionId!: string;

  @Field(() => String)
  caseStudy!: string;

  @Field(() => Boolean)
  showsMetrics!: boolean;

  @Field(() => Boolean)
  showsPercentile!: boolean;

  @Field(() => Boolean)
  showsComments!: boolean;

  @Field(() => Boolean)
  showsFigures!: boolean;

  @Field(() => Boolean)
  showsModelCard!: boolean;

  @Field(() => Boolean)
  showsCode!: boolean;

  @Field(() => Boolean, { description: 'What each criterion of the rubric gave.' })
  showsCriteria!: boolean;
}

@ObjectType('Pass', { description: 'A result with a credential in force: what can be shown.' })
export class PassType {
  @Field(() => ID)
  submissionId!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Date)
  issuedAt!: Date;
}

@ObjectType('ShareLink')
export class ShareLinkType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Boolean)
  hasPasscode!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => Int)
  viewCount!: number;

  @Field(() => [Date], { description: 'The latest, newest first.' })
  views!: Date[];
}

@ObjectType('Portfolio', { description: 'The viewer’s own.' })
export class PortfolioType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String, { nullable: true, description: 'Null for the own name.' })
  pseudonym!: string | null;

  @Field(() => String)
  location!: string;

  @Field(() => Boolean)
  isRemote!: boolean;

  @Field(() => Boolean, { description: 'For anyone with its address.' })
  isPublic!: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when hiring managers may find it.' })
  searchableSince!: Date | null;

  @Field(() => [PortfolioItemType])
  items!: PortfolioItemType[];
}

@InputType()
export class PortfolioItemInput extends OmitType(PortfolioItemType, [] as const, InputType) {}

@InputType()
export class SavePortfolioInput {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String, { nullable: true })
  pseudonym!: string | null;

  @Field(() => String)
  location!: string;

  @Field(() => Boolean)
  isRemote!: boolean;

  @Field(() => [PortfolioItemInput], { description: 'All of them, in their order.' })
  items!: PortfolioItemInput[];
}

@InputType()
export class CreateShareLinkInput {
  @Field(() => String, { description: 'For whom it is.' })
  label!: string;

  @Field(() => Int, { description: 'How long it is good for.' })
  days!: number;

  @Field(() => String, { nullable: true })
  passcode!: string | null;
}
