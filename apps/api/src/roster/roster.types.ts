import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '@holdout/domain';
import { RoleEnum, RosterResultEnum, type RosterResult } from '../graphql/enums.js';

@ObjectType('RosterRow')
export class RosterRowType {
  @Field(() => Int, { description: 'Of the file; the header is line 1.' })
  line!: number;

  @Field(() => String)
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { description: 'As written; empty for none.' })
  cohort!: string;

  @Field(() => RosterResultEnum)
  result!: RosterResult;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  problem!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a new invitation; shown this once. Null in a dry run.',
  })
  link!: string | null;
}

@ObjectType('RosterReport')
export class RosterReportType {
  @Field(() => Boolean, { description: 'Then nothing was written.' })
  isDryRun!: boolean;

  @Field(() => Int)
  invited!: number;

  @Field(() => Int, { description: 'Invited, or here, already.' })
  unchanged!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => [RosterRowType])
  rows!: RosterRowType[];
}
