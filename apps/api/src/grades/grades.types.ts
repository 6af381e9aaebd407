import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CohortType } from '../cohorts/cohorts.types.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('GradedAssignment')
export class GradedAssignmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Boolean, {
    description: 'Students learn nothing of their certifications until they are released.',
  })
  isHeld!: boolean;

  @Field(() => Int, { description: 'Students with a scored certification.' })
  certified!: number;
}

@ObjectType('Grade', { description: 'The certification with most points.' })
export class GradeType {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  runId!: string;

  @Field(() => Float)
  points!: number;

  @Field(() => Boolean)
  isPassed!: boolean;

  @Field(() => Boolean)
  isProvisional!: boolean;

  @Field(() => Int)
  daysLate!: number;
}

@ObjectType('GradedStudent')
export class GradedStudentType {
  @Field(() => ID)
  studentId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [GradeType], { description: 'Assignments without a scored certification are missing.' })
  grades!: GradeType[];
}

@ObjectType('GradedStudentConnection')
export class GradedStudentConnectionType {
  @Field(() => [GradedStudentType])
  nodes!: GradedStudentType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('CohortGrades')
export class CohortGradesType {
  @Field(() => CohortType)
  cohort!: object;

  @Field(() => [GradedAssignmentType])
  assignments!: GradedAssignmentType[];

  @Field(() => GradedStudentConnectionType)
  students!: GradedStudentConnectionType;
}

@InputType()
export class GradesHeldInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => Boolean, { description: 'False releases them, and tells the students.' })
  isHeld!: boolean;
}
