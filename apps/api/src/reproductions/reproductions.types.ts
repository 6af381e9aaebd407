import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ReproductionAgreement, ReproductionVerdict } from '@holdout/domain';
import { ReproductionAgreementEnum, ReproductionVerdictEnum } from '../graphql/enums.js';

@ObjectType('ReproducedMeasure')
export class ReproducedMeasureType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => ReproductionAgreementEnum)
  agreement!: ReproductionAgreement;

  @Field(() => Float, {
    nullable: true,
    description: 'For staff: hidden rows must not be climbed by repeating.',
  })
  original!: number | null;

  @Field(() => Float, { nullable: true, description: 'For staff.' })
  reproduced!: number | null;

  @Field(() => Float, { nullable: true, description: 'By how much the two may differ; for staff.' })
  tolerance!: number | null;
}

@ObjectType('ReproducedRows')
export class ReproducedRowsType {
  @Field(() => Int)
  count!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Float, { nullable: true, description: 'Of numbers; null where words changed.' })
  largest!: number | null;
}

@ObjectType('ReproducedFile')
export class ReproducedFileType {
  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'What the model said of rows; of these the verdict depends on.' })
  isPrediction!: boolean;

  @Field(() => Boolean, { description: 'The same SHA-256.' })
  isSame!: boolean;

  @Field(() => ReproducedRowsType, {
    nullable: true,
    description: 'Of predictions that differ from kept ones.',
  })
  rows!: ReproducedRowsType | null;
}

@ObjectType('MissingImage')
export class MissingImageType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  id!: string;
}

@ObjectType('Reproduction')
export class ReproductionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  originalRunId!: string;

  @Field(() => ID, { description: 'The run that repeats it; seen by whoever asked, and by staff.' })
  runId!: string;

  @Field(() => Boolean, { description: 'The viewer may open that run.' })
  isRunVisible!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Null for somebody outside the organization, to whom the credential was shown.',
  })
  requestedBy!: string | null;

  @Field(() => ReproductionVerdictEnum, { nullable: true, description: 'Null while it goes on.' })
  verdict!: ReproductionVerdict | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => [ReproducedMeasureType])
  measures!: ReproducedMeasureType[];

  @Field(() => [ReproducedFileType])
  files!: ReproducedFileType[];

  @Field(() => [MissingImageType])
  missingImages!: MissingImageType[];

  @Field(() => Boolean)
  isSameHardware!: boolean;

  @Field(() => Boolean)
  isSameAnchors!: boolean;

  @Field(() => Boolean)
  isSameScorer!: boolean;
}

@ObjectType('ResultReproduction', {
  description: 'That a result was reproduced, and what came of it; never who asked.',
})
export class ResultReproductionType {
  @Field(() => ReproductionVerdictEnum, { nullable: true, description: 'Null while it goes on.' })
  verdict!: ReproductionVerdict | null;

  @Field(() => Date, { description: 'Of the verdict, or of the request while there is none.' })
  at!: Date;
}

@ObjectType('GradingImage')
export class GradingImageType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'sha256:…' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many packages it holds; null while nobody noted them.',
  })
  packageCount!: number | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the list.' })
  packagesDigest!: string | null;
}
