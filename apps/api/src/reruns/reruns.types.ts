import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CredentialEffect, RerunStatus, RerunWorkState } from '@holdout/domain';
import { CredentialEffectEnum, RerunStatusEnum, RerunWorkStateEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';
import { ScoreChanges } from '../runs/score-changes.types.js';

@InputType('RerunInput')
export class RerunInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  cohortSlug!: string;

  @Field(() => Int, { description: 'A published version, later than the one that counts.' })
  version!: number;
}

@ObjectType('PublishedVersion')
export class PublishedVersionType {
  @Field(() => Int)
  version!: number;

  @Field(() => Date)
  publishedAt!: Date;

  @Field(() => Int, { description: 'Students whose counted run is of an earlier version.' })
  works!: number;

  @Field(() => Float, { description: 'Resource-seconds that these runs took last time.' })
  seconds!: number;
}

@ObjectType('RerunSummary')
export class RerunSummaryType extends ScoreChanges {
  @Field(() => Int, { description: 'Students, each with the run that counts for them.' })
  works!: number;

  @Field(() => Int)
  notStarted!: number;

  @Field(() => Int, { description: 'Queued or running.' })
  underWay!: number;

  @Field(() => Int)
  scored!: number;

  @Field(() => Int)
  studentErrors!: number;

  @Field(() => Int, { description: 'Failed by our own machines, or cancelled: they can be run again.' })
  unfinished!: number;

  @Field(() => Int, { description: 'Works whose new score is in force.' })
  committed!: number;

  @Field(() => Int)
  credentialsIssued!: number;

  @Field(() => Int)
  credentialsReissued!: number;

  @Field(() => Int)
  credentialsRevoked!: number;
}

@ObjectType('RerunWork')
export class RerunWorkType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  student!: string;

  @Field(() => ID)
  originalRunId!: string;

  @Field(() => ID, { nullable: true })
  runId!: string | null;

  @Field(() => Boolean)
  isSample!: boolean;

  @Field(() => Boolean, { description: 'The new score is in force.' })
  isCommitted!: boolean;

  @Field(() => RerunWorkStateEnum)
  state!: RerunWorkState;

  @Field(() => String, { nullable: true, description: 'Why it was not scored.' })
  message!: string | null;

  @Field(() => Float)
  before!: number;

  @Field(() => Float)
  beforeLow!: number;

  @Field(() => Float)
  beforeHigh!: number;

  @Field(() => Boolean)
  wasPassed!: boolean;

  @Field(() => Float, { nullable: true })
  after!: number | null;

  @Field(() => Float, { nullable: true })
  afterLow!: number | null;

  @Field(() => Float, { nullable: true })
  afterHigh!: number | null;

  @Field(() => Boolean, { nullable: true })
  isPassed!: boolean | null;

  @Field(() => CredentialEffectEnum, {
    nullable: true,
    description: 'What a commit does to its credential.',
  })
  credential!: CredentialEffect | null;
}

@ObjectType('RerunWorkConnection')
export class RerunWorkConnectionType {
  @Field(() => [RerunWorkType])
  nodes!: RerunWorkType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('Rerun', { description: 'The counted work of a cohort, run again on a later version.' })
export class RerunType {
  @Field(() => ID)
  id!: string;

  @Field(() => RerunStatusEnum)
  status!: RerunStatus;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  cohortSlug!: string;

  @Field(() => String)
  cohortName!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  requestedBy!: string;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was committed or discarded.' })
  reason!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;
}

@ObjectType('RerunOfRun')
export class RerunOfRunType {
  @Field(() => ID, { description: 'The run that counted before.' })
  originalRunId!: string;

  @Field(() => ID, { description: 'The run that took its place.' })
  runId!: string;

  @Field(() => Int, { description: 'Of the assignment, on which it was run again.' })
  version!: number;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => Date)
  committedAt!: Date;
}
