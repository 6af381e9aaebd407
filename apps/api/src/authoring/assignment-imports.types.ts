import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type {
  AssignmentImportStatus,
  AssignmentImportStep,
  ImportProblem,
  ImportReport,
  MetricDirection,
  SplitName,
} from '@holdout/domain';
import {
  AssignmentImportStatusEnum,
  AssignmentImportStepEnum,
  MetricDirectionEnum,
  SplitNameEnum,
} from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@InputType('ImportAssignmentInput')
export class ImportAssignmentInput {
  /** Of a complete upload whose metadata says `purpose` import. */
  @Field(() => ID)
  uploadId!: string;

  /** The folder's name: the slug where assignment.yaml names none. */
  @Field(() => String)
  folderName!: string;

  /** False for a draft: everything is checked and measured, nothing is published. */
  @Field(() => Boolean)
  publish!: boolean;
}

@ObjectType('AssignmentProblem')
export class AssignmentProblemType implements ImportProblem {
  @Field(() => String)
  file!: string;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  /** The key of assignment.yaml at fault. */
  @Field(() => String, { nullable: true })
  path!: string | null;

  /** The column of a data file at fault. */
  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  suggestion!: string | null;
}

@ObjectType('ImportedPart')
class ImportedPartType {
  @Field(() => SplitNameEnum)
  name!: SplitName;

  @Field(() => Int)
  rows!: number;
}

@ObjectType('ColumnDrift')
class ColumnDriftType {
  @Field(() => String)
  column!: string;

  /** From 0 (train and private rows are alike) to 1 (nothing in common). */
  @Field(() => Float)
  size!: number;

  @Field(() => Int)
  unseenLevels!: number;
}

@ObjectType('MeasuredAnchor')
class MeasuredAnchorType {
  @Field(() => String)
  metric!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => Float)
  naive!: number;

  @Field(() => Float)
  simple!: number;

  @Field(() => Boolean)
  isSimpleMeasured!: boolean;

  @Field(() => Float)
  strong!: number;

  @Field(() => Boolean)
  isStrongMeasured!: boolean;

  @Field(() => String, { nullable: true })
  whyWithoutWeight!: string | null;
}

@ObjectType('TriedMetric', {
  description: 'What a trial of the author’s own scorer measured of the naive reference.',
})
class TriedMetricType {
  @Field(() => String)
  metric!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => Float)
  value!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => Boolean, { description: 'Measured by that scorer, not by the template.' })
  isOwn!: boolean;
}

@ObjectType('AssignmentImportReport')
export class AssignmentImportReportType implements ImportReport {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  template!: string;

  @Field(() => String)
  definitionDigest!: string;

  @Field(() => [ImportedPartType])
  parts!: ImportedPartType[];

  @Field(() => [ColumnDriftType])
  drift!: ColumnDriftType[];

  /** Splits on which the references were measured. */
  @Field(() => Int)
  splits!: number;

  @Field(() => [MeasuredAnchorType])
  anchors!: MeasuredAnchorType[];

  @Field(() => [TriedMetricType], { nullable: true })
  trial!: TriedMetricType[] | null;

  @Field(() => [String])
  notes!: string[];

  /** Null for a draft. */
  @Field(() => Int, { nullable: true })
  version!: number | null;

  /** False when this content was published before. */
  @Field(() => Boolean)
  isNew!: boolean;

  @Field(() => Int)
  openedCohorts!: number;
}

@ObjectType('AssignmentImport')
export class AssignmentImportType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  folderName!: string;

  @Field(() => Boolean)
  publish!: boolean;

  @Field(() => AssignmentImportStatusEnum)
  status!: AssignmentImportStatus;

  /** What the worker is at; null while it waits. */
  @Field(() => AssignmentImportStepEnum, { nullable: true })
  step!: AssignmentImportStep | null;

  @Field(() => Int)
  stepsDone!: number;

  /** 0 for a step without parts. */
  @Field(() => Int)
  stepsPlanned!: number;

  /** Why it was REJECTED: all at once. */
  @Field(() => [AssignmentProblemType])
  problems!: AssignmentProblemType[];

  /** What was found, when it SUCCEEDED. */
  @Field(() => AssignmentImportReportType, { nullable: true })
  report!: AssignmentImportReportType | null;

  /** What to do when it FAILED. */
  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;
}

@ObjectType('AssignmentImportConnection')
export class AssignmentImportConnectionType {
  @Field(() => [AssignmentImportType])
  nodes!: AssignmentImportType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
