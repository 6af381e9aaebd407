import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  MetricDirection,
  Outcome,
  PhaseName,
  PhaseStatus,
  RunKind,
  RunStatus,
  SplitName,
} from '@holdout/domain';
import {
  MetricDirectionEnum,
  OutcomeEnum,
  PhaseNameEnum,
  PhaseStatusEnum,
  RunKindEnum,
  RunStatusEnum,
  SplitNameEnum,
} from '../graphql/enums.js';

@ObjectType('Student')
export class StudentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('RunErrorDetail')
export class RunErrorDetailType {
  @Field(() => PhaseNameEnum)
  phase!: PhaseName;

  @Field(() => String, { nullable: true })
  file!: string | null;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  @Field(() => String, { nullable: true })
  rule!: string | null;
}

@ObjectType('QueuePlace')
export class QueuePlaceType {
  @Field(() => Int)
  position!: number;

  @Field(() => Int, { nullable: true })
  etaSeconds!: number | null;
}

@ObjectType('ResourceSample', { description: 'What the container of a phase took at one moment.' })
export class ResourceSampleType {
  @Field(() => Float, { description: 'Seconds since the program began.' })
  seconds!: number;

  @Field(() => Float, { description: 'Seconds of processor time that the program had taken until then.' })
  cpuSeconds!: number;

  @Field(() => Float, { description: 'Bytes of memory that the container held then.' })
  memoryBytes!: number;
}

@ObjectType('RunPhase')
export class RunPhaseType {
  @Field(() => ID)
  id!: string;

  @Field(() => PhaseNameEnum)
  name!: PhaseName;

  @Field(() => String)
  label!: string;

  @Field(() => PhaseStatusEnum)
  status!: PhaseStatus;

  @Field(() => Int)
  attempt!: number;

  @Field(() => Int)
  position!: number;

  @Field(() => Int)
  limitSeconds!: number;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Float, { nullable: true })
  wallMs!: number | null;

  @Field(() => Float, { nullable: true })
  cpuSeconds!: number | null;

  @Field(() => Float, { nullable: true })
  maxRssBytes!: number | null;

  @Field(() => [ResourceSampleType], {
    description:
      'What it took over time, in the order of time: 120 samples at most, a second apart or more. Empty for phases whose log is hidden.',
  })
  samples!: ResourceSampleType[];
}

@ObjectType('LogChunk')
export class LogChunkType {
  @Field(() => Int)
  sequence!: number;

  @Field(() => Int)
  attempt!: number;

  @Field(() => PhaseNameEnum)
  phase!: PhaseName;

  @Field(() => String)
  text!: string;
}

@ObjectType('MetricValue')
export class MetricValueType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => SplitNameEnum)
  split!: SplitName;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Int)
  n!: number;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => String)
  unit!: string;

  @Field(() => Boolean)
  isGraded!: boolean;
}

@ObjectType('Receipt')
export class ReceiptType {
  @Field(() => String)
  digest!: string;

  @Field(() => String)
  statement!: string;

  @Field(() => String, { nullable: true, description: 'The signed file (DSSE); null until it is signed.' })
  envelope!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the signed file.' })
  envelopeDigest!: string | null;
}

@ObjectType('Run')
export class RunType {
  @Field(() => ID)
  id!: string;

  @Field(() => RunKindEnum)
  kind!: RunKind;

  @Field(() => Boolean, {
    description: 'Its score stands for its submission: a certification, until a re-run takes its place.',
  })
  isCounted!: boolean;

  @Field(() => RunStatusEnum)
  status!: RunStatus;

  @Field(() => OutcomeEnum, { nullable: true })
  outcome!: Outcome | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => Int)
  seed!: number;

  @Field(() => Int)
  attempt!: number;

  @Field(() => Date)
  queuedAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Float)
  cpuSeconds!: number;
}

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType('RunEdge')
export class RunEdgeType {
  @Field(() => String)
  cursor!: string;

  @Field(() => RunType)
  node!: RunType;
}

@ObjectType('RunConnection')
export class RunConnectionType {
  @Field(() => [RunEdgeType])
  edges!: RunEdgeType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
