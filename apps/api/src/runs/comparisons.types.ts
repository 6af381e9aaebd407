import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { MetricDirection } from '@holdout/domain';
import {
  ComparisonVerdictEnum,
  MetricDirectionEnum,
  ValidationVerdictEnum,
  type ComparisonVerdict,
  type ValidationVerdict,
} from '../graphql/enums.js';

@ObjectType('EarlierRun')
export class EarlierRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => Date)
  queuedAt!: Date;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType('ScoreComparison')
export class ScoreComparisonType {
  @Field(() => EarlierRunType)
  earlier!: EarlierRunType;

  @Field(() => ComparisonVerdictEnum)
  verdict!: ComparisonVerdict;

  @Field(() => Float, {
    nullable: true,
    description: 'Points now minus points then; null where none are shown.',
  })
  difference!: number | null;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;
}

@ObjectType('ValidationGap')
export class ValidationGapType {
  @Field(() => String)
  metric!: string;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => MetricDirectionEnum, { nullable: true })
  direction!: MetricDirection | null;

  @Field(() => Float, { description: 'What holdout.toml says the student measured.' })
  claimed!: number;

  @Field(() => Float, { nullable: true })
  hidden!: number | null;

  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => ValidationVerdictEnum)
  verdict!: ValidationVerdict;
}
