import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Role, RosterSource, RosterUndo } from '@holdout/domain';
import { RoleEnum, RosterSourceEnum, RosterUndoEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('RosterImport', { description: 'A roster that was imported.' })
export class RosterImportType {
  @Field(() => ID)
  id!: string;

  @Field(() => RosterSourceEnum)
  source!: RosterSource;

  @Field(() => String, { description: 'Of the file, or of the course in the LMS.' })
  name!: string;

  @Field(() => String)
  importedBy!: string;

  @Field(() => Date)
  importedAt!: Date;

  @Field(() => Int)
  invited!: number;

  @Field(() => Int, { description: 'Who were here or invited and were put into a cohort.' })
  placed!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => Boolean, { description: 'It was not undone yet, and what it did is still on record.' })
  mayUndo!: boolean;

  @Field(() => Date, { nullable: true })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true })
  undoReason!: string | null;
}

@ObjectType('RosterImportConnection')
export class RosterImportConnectionType {
  @Field(() => [RosterImportType])
  nodes!: RosterImportType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('RosterUndoCount')
export class RosterUndoCountType {
  @Field(() => RosterUndoEnum)
  effect!: RosterUndo;

  @Field(() => Int)
  rows!: number;
}

@ObjectType('RosterUndoRow')
export class RosterUndoRowType {
  @Field(() => Int, { description: 'Of the file; the header is line 1.' })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of whoever has an account, address of whoever is still invited; null where neither is kept.',
  })
  person!: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { nullable: true })
  cohortName!: string | null;

  @Field(() => RosterUndoEnum)
  effect!: RosterUndo;
}

@ObjectType('RosterUndoPreview', {
  description:
    'What undoing an import would do at this moment, or did, with each row that changed something.',
})
export class RosterUndoPreviewType {
  @Field(() => RosterImportType)
  import!: RosterImportType;

  @Field(() => [RosterUndoCountType], { description: 'Of all rows; those without any are missing.' })
  counts!: RosterUndoCountType[];

  @Field(() => [RosterUndoRowType])
  rows!: RosterUndoRowType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
