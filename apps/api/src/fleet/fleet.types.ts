import type { RunEnding, RunKind, RunStatus, StuckReason, WorkerState } from '@holdout/domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  EndingEnum,
  RunKindEnum,
  RunStatusEnum,
  StuckReasonEnum,
  WorkerStateEnum,
} from '../graphql/enums.js';

@ObjectType('WorkerEngine')
export class WorkerEngineType {
  @Field(() => String)
  version!: string;

  @Field(() => Int, { description: 'Containers of this worker, prepared ones included.' })
  containers!: number;

  @Field(() => [String], { description: 'Those that runs can have now.' })
  gpus!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why runs have none although the machine has some, and what to do.',
  })
  gpuProblem?: string | null;
}

@ObjectType('Worker')
export class WorkerType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  hostname!: string;

  @Field(() => [String], { description: 'What it can do; image:… are images that its engine holds.' })
  labels!: string[];

  @Field(() => Int)
  concurrency!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => WorkerStateEnum)
  state!: WorkerState;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date)
  seenAt!: Date;

  @Field(() => WorkerEngineType, { nullable: true })
  engine!: WorkerEngineType | null;
}

@ObjectType('QueueLane', { description: 'Runs of an organization that require the same labels.' })
export class QueueLaneType {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { description: 'The labels, parted by spaces.' })
  lane!: string;

  @Field(() => String, { description: 'CPU or GPU.' })
  resource!: string;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Float, { description: 'Resource-seconds, as expected.' })
  waitingSeconds!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Date, { nullable: true })
  oldestAt!: Date | null;
}

@ObjectType('FleetRun')
export class FleetRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => RunKindEnum)
  kind!: RunKind;

  @Field(() => RunStatusEnum)
  status!: RunStatus;

  @Field(() => String)
  lane!: string;

  @Field(() => ID, { nullable: true })
  workerId!: string | null;

  @Field(() => Int)
  attempt!: number;

  @Field(() => String, { nullable: true })
  phase!: string | null;

  @Field(() => Date)
  queuedAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it was asked to end, and is not over yet.' })
  isEnding!: boolean;

  @Field(() => StuckReasonEnum, {
    nullable: true,
    description: 'Why it does not get on; null while it does.',
  })
  stuck!: StuckReason | null;
}

@ObjectType('RunEnding')
export class RunEndingType {
  @Field(() => EndingEnum)
  what!: RunEnding;

  @Field(() => String)
  reason!: string;

  @Field(() => Int)
  runs!: number;

  @Field(() => Date)
  newestAt!: Date;
}

@ObjectType('Fleet')
export class FleetType {
  @Field(() => Boolean, {
    description: 'Whether all organizations are shown, and workers may be told what to do.',
  })
  isWhole!: boolean;

  @Field(() => [WorkerType])
  workers!: WorkerType[];

  @Field(() => [QueueLaneType])
  queue!: QueueLaneType[];

  @Field(() => [FleetRunType], { description: 'Runs that have not ended, oldest first; 200 at most.' })
  runs!: FleetRunType[];

  @Field(() => [RunEndingType], { description: 'How runs of the last day ended, and what interrupted them.' })
  endings!: RunEndingType[];
}
