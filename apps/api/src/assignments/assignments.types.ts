import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssignmentKind } from '@holdout/domain';
import { AssignmentKindEnum } from '../graphql/enums.js';

@ObjectType('AttemptPolicy')
export class AttemptPolicyType {
  @Field(() => Boolean)
  isOpen!: boolean;

  @Field(() => String, { nullable: true })
  closedReason!: string | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The cohort’s due date, where an extension gives the viewer a later one.',
  })
  extendedFrom!: Date | null;

  @Field(() => Date, { nullable: true })
  closesAt!: Date | null;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Int)
  practiceLeftToday!: number;

  @Field(() => Int)
  practicePerDay!: number;

  @Field(() => Date, { nullable: true })
  nextPracticeAt!: Date | null;

  @Field(() => Int)
  certificationsLeft!: number;

  @Field(() => Int)
  certificationLimit!: number;
}

@ObjectType('Assignment')
export class AssignmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => AssignmentKindEnum)
  kind!: AssignmentKind;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;
}
