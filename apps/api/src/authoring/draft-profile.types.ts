import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type {
  ColumnKind,
  CriterionMode,
  DraftProfile,
  MetricDirection,
  ProfiledColumn,
  TableProfile,
  TemplateFacts,
} from '@holdout/domain';
import { ProfileBinType } from '../assignments/versions.types.js';
import { ColumnKindEnum, CriterionModeEnum, MetricDirectionEnum } from '../graphql/enums.js';

@ObjectType('ProfiledColumn')
class ProfiledColumnType implements ProfiledColumn {
  @Field(() => String)
  name!: string;

  @Field(() => ColumnKindEnum)
  kind!: ColumnKind;

  @Field(() => Boolean)
  isWhole!: boolean;

  @Field(() => Int)
  missing!: number;

  @Field(() => Int)
  distinct!: number;

  @Field(() => [ProfileBinType])
  bins!: ProfileBinType[];
}

@ObjectType('DeterminedOutcome', { description: 'A column that alone tells nearly all of an outcome.' })
class DeterminedOutcomeType {
  @Field(() => String)
  column!: string;

  @Field(() => String)
  target!: string;

  @Field(() => Float)
  size!: number;
}

@ObjectType('ProfiledImages')
class ProfiledImagesType implements NonNullable<TableProfile['images']> {
  @Field(() => String)
  array!: string;

  @Field(() => Int)
  height!: number;

  @Field(() => Int)
  width!: number;

  @Field(() => Int)
  channels!: number;
}

@ObjectType('TableProfile', { description: 'Of images, each array of labels is a column.' })
class TableProfileType implements TableProfile {
  @Field(() => Int)
  rows!: number;

  @Field(() => Int, { description: 'Rows that say the same as another one.' })
  copies!: number;

  @Field(() => Int)
  columnCount!: number;

  @Field(() => [ProfiledColumnType])
  columns!: ProfiledColumnType[];

  @Field(() => [String], { description: 'Columns that were tried as outcome.' })
  comparedTargets!: string[];

  @Field(() => [DeterminedOutcomeType])
  determined!: DeterminedOutcomeType[];

  @Field(() => ProfiledImagesType, { nullable: true })
  images!: ProfiledImagesType | null;
}

@ObjectType('TemplateMetric')
class TemplateMetricType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => MetricDirectionEnum)
  direction!: MetricDirection;

  @Field(() => Boolean)
  graded!: boolean;
}

@ObjectType('TemplateCriterion')
class TemplateCriterionType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => CriterionModeEnum)
  mode!: CriterionMode;

  @Field(() => Float)
  weight!: number;

  @Field(() => [String], { description: 'Those whose mean it is.' })
  metrics!: string[];
}

@ObjectType('TemplateFacts', { description: 'What a template says where an author says nothing.' })
class TemplateFactsType implements Omit<TemplateFacts, 'name' | 'splitRule'> {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  stage!: string;

  @Field(() => String)
  splitRule!: string;

  @Field(() => Float, { nullable: true })
  samplePercent!: number | null;

  @Field(() => Float, { nullable: true })
  publicPercent!: number | null;

  @Field(() => Float, { nullable: true })
  privatePercent!: number | null;

  @Field(() => Float)
  passMark!: number;

  @Field(() => Int)
  practicePerDay!: number;

  @Field(() => Int)
  certification!: number;

  @Field(() => Int)
  maxTeamSize!: number;

  @Field(() => Int)
  trainSeconds!: number;

  @Field(() => Int)
  trainMemoryMib!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Null of a template without that probe, as the next two.',
  })
  twinRows!: number | null;

  @Field(() => Int, { nullable: true })
  perturbedRows!: number | null;

  @Field(() => Int, { nullable: true })
  shuffledRetrains!: number | null;

  @Field(() => [TemplateMetricType])
  metrics!: TemplateMetricType[];

  @Field(() => [TemplateCriterionType])
  criteria!: TemplateCriterionType[];
}

@ObjectType('DraftProfile')
export class DraftProfileType implements Pick<DraftProfile, 'table'> {
  @Field(() => TableProfileType)
  table!: TableProfileType;

  @Field(() => [TemplateFactsType])
  templates!: TemplateFactsType[];
}
