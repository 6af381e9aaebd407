import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { CriterionFields, CriterionLevelType } from './criterion.fields.js';
import type {
  CalibrationStatus,
  DiagramFeedback,
  MetricDirection,
  PhaseName,
  SplitName,
} from '@holdout/domain';
import {
  CalibrationStatusEnum,
  DiagramFeedbackEnum,
  MetricDirectionEnum,
  PhaseNameEnum,
  SplitNameEnum,
} from '../graphql/enums.js';

@ObjectType('ArchiveLimits')
export class ArchiveLimitsType {
  @Field(() => Int)
  archiveBytes!: number;

  @Field(() => Int)
  unpackedBytes!: number;

  @Field(() => Int)
  files!: number;
}

@ObjectType('PassChance')
export class PassChanceType {
  @Field(() => Float)
  simple!: number;

  @Field(() => Float)
  naive!: number;
}

@ObjectType('Criterion')
export class CriterionType extends CriterionFields {
  @Field(() => [CriterionLevelType], {
    description: 'Of which a person chooses one; none where it is measured.',
  })
  levels!: CriterionLevelType[];

  @Field(() => [String], { description: 'Names of the metrics it is measured by.' })
  metrics!: string[];
}

@ObjectType('MetricDefinition')
export class MetricDefinitionType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => String)
  unit!: string;

  @Field(() => Boolean)
  isGraded!: boolean;

  @Field(() => Boolean, { description: 'Measured by a scorer of the author’s, not by the platform’s.' })
  isOwn!: boolean;

  @Field(() => Float, { nullable: true })
  naive!: number | null;

  @Field(() => Float, { nullable: true })
  simple!: number | null;

  @Field(() => Float, { nullable: true })
  strong!: number | null;
}

@ObjectType('PhaseLimit')
export class PhaseLimitType {
  @Field(() => PhaseNameEnum)
  phase!: PhaseName;

  @Field(() => Int)
  wallSeconds!: number;

  @Field(() => Float)
  memoryBytes!: number;

  @Field(() => Float)
  cpus!: number;
}

@ObjectType('Split')
export class SplitType {
  @Field(() => SplitNameEnum)
  name!: SplitName;

  @Field(() => Int)
  rows!: number;

  @Field(() => String)
  commitment!: string;
}

@ObjectType('Dataset')
export class DatasetType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  licence!: string;

  @Field(() => String)
  origin!: string;

  @Field(() => String)
  personalData!: string;

  @Field(() => String)
  splitRule!: string;
}

@ObjectType('ProfileBin', {
  description: 'Rows between two numbers, or of one value; without either: of all others.',
})
export class ProfileBinType {
  @Field(() => Float, { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true })
  high!: number | null;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType('ColumnProfile', {
  description: 'Counts of the public rows, made when the version was published.',
})
export class ColumnProfileType {
  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  missing!: number;

  @Field(() => [ProfileBinType])
  bins!: ProfileBinType[];
}

@ObjectType('DataColumn')
export class DataColumnType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  type!: string;

  @Field(() => String)
  description!: string;

  @Field(() => ColumnProfileType, { nullable: true })
  profile!: ColumnProfileType | null;
}

@ObjectType('Command', { description: 'A command that holdout.toml may name.' })
export class CommandType {
  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => Boolean, { description: 'A certification run needs it, even where practice does not.' })
  isRequiredToCertify!: boolean;

  @Field(() => Boolean, { description: 'It may run a notebook: its code cells, as a script.' })
  takesNotebook!: boolean;
}

@ObjectType('Calibration')
export class CalibrationType {
  @Field(() => CalibrationStatusEnum)
  status!: CalibrationStatus;

  @Field(() => Int)
  splitsDone!: number;

  @Field(() => Int)
  splitsPlanned!: number;
}

@ObjectType('Label')
export class LabelType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType('DiagramFeedbackRule')
export class DiagramFeedbackRuleType {
  @Field(() => DiagramFeedbackEnum)
  practice!: DiagramFeedback;

  @Field(() => DiagramFeedbackEnum)
  certification!: DiagramFeedback;
}

@ObjectType('DiagramTask', {
  description: 'A concept diagram to redraw. Some labels on offer do not belong.',
})
export class DiagramTaskType {
  @Field(() => String, { description: 'Slug of the concept diagram.' })
  picture!: string;

  @Field(() => [LabelType])
  labels!: LabelType[];

  @Field(() => DiagramFeedbackRuleType)
  feedback!: DiagramFeedbackRuleType;
}

@ObjectType('AssignmentVersion')
export class AssignmentVersionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  brief!: string;

  @Field(() => Float)
  passMark!: number;

  @Field(() => Date)
  publishedAt!: Date;

  @Field(() => [CriterionType])
  criteria!: CriterionType[];

  @Field(() => [MetricDefinitionType])
  metrics!: MetricDefinitionType[];

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the author’s own scorer, where there is one.',
  })
  ownScorerDigest!: string | null;

  @Field(() => [PhaseLimitType])
  limits!: PhaseLimitType[];

  @Field(() => [SplitType])
  splits!: SplitType[];

  @Field(() => DatasetType)
  dataset!: DatasetType;

  @Field(() => [DataColumnType])
  dictionary!: DataColumnType[];

  @Field(() => String, { description: 'What a student confirms with each submission.' })
  integrityPolicy!: string;

  @Field(() => CalibrationType)
  calibration!: CalibrationType;

  @Field(() => [CommandType])
  commands!: CommandType[];

  @Field(() => ArchiveLimitsType)
  archiveLimits!: ArchiveLimitsType;

  @Field(() => DiagramTaskType, { nullable: true, description: 'Of assignments of the kind DIAGRAM.' })
  diagram!: DiagramTaskType | null;

  @Field(() => String)
  starterKitUrl!: string;

  @Field(() => String)
  publicDataUrl!: string;

  @Field(() => PassChanceType, { nullable: true })
  passChance!: PassChanceType | null;
}
