import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AssignmentType } from '../assignments/assignments.types.js';
import { PageInfoType } from '../runs/runs.types.js';
import { CohortType } from './cohorts.types.js';

@ObjectType('LatePolicy')
export class LatePolicyType {
  @Field(() => Float, { description: 'Share of the points lost per started day, 0 to 1.' })
  perDayPenalty!: number;

  @Field(() => Int, { description: 'Days after the due date for which late work is taken.' })
  maxDays!: number;
}

@ObjectType('AssignmentDates')
export class AssignmentDatesType {
  @Field(() => AssignmentType)
  assignment!: object;

  @Field(() => Date, { nullable: true })
  opensAt!: Date | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true })
  closesAt!: Date | null;

  @Field(() => LatePolicyType, { nullable: true })
  latePolicy!: LatePolicyType | null;
}

@ObjectType('Extension')
export class ExtensionType {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Int)
  extraCertifications!: number;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  grantedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The group that it was granted to; null where it is one student’s own.',
  })
  groupName!: string | null;
}

@ObjectType('EnrolledStudent')
export class EnrolledStudentType {
  @Field(() => ID)
  enrollmentId!: string;

  @Field(() => ID)
  studentId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  lateDaysLeft!: number;

  @Field(() => [ExtensionType])
  extensions!: ExtensionType[];
}

@ObjectType('EnrolledStudentConnection')
export class EnrolledStudentConnectionType {
  @Field(() => [EnrolledStudentType])
  nodes!: EnrolledStudentType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('CohortPlan', {
  description: 'Dates of a cohort’s assignments, and what single students were granted.',
})
export class CohortPlanType {
  @Field(() => CohortType)
  cohort!: object;

  @Field(() => String)
  timeZone!: string;

  @Field(() => [AssignmentDatesType])
  dates!: AssignmentDatesType[];

  @Field(() => EnrolledStudentConnectionType)
  students!: EnrolledStudentConnectionType;
}

@InputType()
export class LatePolicyInput {
  @Field(() => Float)
  perDayPenalty!: number;

  @Field(() => Int)
  maxDays!: number;
}

@InputType()
export class AssignmentDatesInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => Date, { nullable: true })
  opensAt!: Date | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true })
  closesAt!: Date | null;

  @Field(() => LatePolicyInput, { nullable: true })
  latePolicy!: LatePolicyInput | null;

  @Field(() => String, { description: 'Stands in the audit log.' })
  reason!: string;
}

@InputType()
export class ExtensionInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => [ID])
  studentIds!: string[];

  @Field(() => [ID], { nullable: true, description: 'It holds for whoever is in them, as long as they are.' })
  groupIds!: string[] | null;

  @Field(() => Date, { nullable: true, description: 'Null leaves the due date as it is.' })
  dueAt!: Date | null;

  @Field(() => Int)
  extraCertifications!: number;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class ExtensionWithdrawalInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => [ID], { description: 'Those whose own extension ends; one of a group they keep.' })
  studentIds!: string[];

  @Field(() => [ID], { nullable: true })
  groupIds!: string[] | null;

  @Field(() => String, { description: 'Stands in the audit log.' })
  reason!: string;
}

@InputType()
export class LateDaysInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => [ID])
  studentIds!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Who joins them later is given as many, less what they have used.',
  })
  groupIds!: string[] | null;

  @Field(() => Int)
  days!: number;

  @Field(() => String, { description: 'Stands in the audit log.' })
  reason!: string;
}
