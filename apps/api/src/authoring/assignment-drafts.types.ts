import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentDraftStatus } from '@holdout/domain';
import { AssignmentDraftStatusEnum } from '../graphql/enums.js';
import { AssignmentImportType, AssignmentProblemType } from './assignment-imports.types.js';
import { DraftProfileType } from './draft-profile.types.js';
import { AssignmentDraftSettingsType } from './draft-settings.types.js';

@ObjectType('AssignmentDraftLine')
export class AssignmentDraftLineType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => AssignmentDraftStatusEnum)
  status!: AssignmentDraftStatus;

  @Field(() => Date)
  updatedAt!: Date;
}

@ObjectType('AssignmentDraft', { description: 'An assignment that is being written in the browser.' })
export class AssignmentDraftType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The published version that it is the next one of. Null of a new assignment.',
  })
  follows!: number | null;

  @Field(() => AssignmentDraftStatusEnum)
  status!: AssignmentDraftStatus;

  @Field(() => AssignmentDraftSettingsType)
  settings!: AssignmentDraftSettingsType;

  @Field(() => DraftProfileType, { nullable: true, description: 'Null until the data was looked at.' })
  profile!: DraftProfileType | null;

  @Field(() => [AssignmentProblemType], { description: 'Why the data is UNREADABLE.' })
  problems!: AssignmentProblemType[];

  @Field(() => String, { nullable: true, description: 'What to do when looking at the data FAILED.' })
  error!: string | null;

  @Field(() => AssignmentImportType, {
    nullable: true,
    description: 'Its last check, or its publication.',
  })
  newestImport!: AssignmentImportType | null;

  @Field(() => Date)
  updatedAt!: Date;
}
