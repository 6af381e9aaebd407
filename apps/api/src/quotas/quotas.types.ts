import type { QuotaKind, QuotaScope } from '@holdout/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { QuotaKindEnum, QuotaScopeEnum } from '../graphql/enums.js';

@ObjectType('QuotaState', { description: 'Something that is limited, and how much of it is used.' })
export class QuotaStateType {
  @Field(() => QuotaKindEnum)
  what!: QuotaKind;

  @Field(() => Float, { description: 'Runs, resource-seconds or bytes.' })
  limit!: number;

  @Field(() => Float)
  used!: number;
}

@ObjectType('Quota')
export class QuotaType {
  @Field(() => ID)
  id!: string;

  @Field(() => QuotaScopeEnum)
  scope!: QuotaScope;

  @Field(() => String, { nullable: true, description: 'Of the cohort or the student.' })
  name!: string | null;

  @Field(() => Int, { nullable: true })
  runsPerDay!: number | null;

  @Field(() => Int, { nullable: true, description: 'A day (UTC).' })
  cpuSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'A day (UTC).' })
  gpuSeconds!: number | null;

  @Field(() => Float, { nullable: true })
  storageBytes!: number | null;

  @Field(() => Int, { nullable: true })
  parallelRuns!: number | null;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => Boolean)
  isExpired!: boolean;

  @Field(() => String)
  reason!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@InputType('QuotaInput')
export class QuotaInput {
  @Field(() => ID, { nullable: true, description: 'Then it holds for each student of this cohort.' })
  cohortId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the one student that it holds for.' })
  membershipId?: string | null;

  @Field(() => Int, { nullable: true })
  runsPerDay?: number | null;

  @Field(() => Int, { nullable: true })
  cpuSeconds?: number | null;

  @Field(() => Int, { nullable: true })
  gpuSeconds?: number | null;

  @Field(() => Float, { nullable: true })
  storageBytes?: number | null;

  @Field(() => Int, { nullable: true })
  parallelRuns?: number | null;

  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => String)
  reason!: string;
}
