import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('GroupedStudent')
export class GroupedStudentType {
  @Field(() => ID)
  studentId!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('CohortGroup', { description: 'Students of a cohort who are granted things together.' })
export class CohortGroupType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [GroupedStudentType])
  students!: GroupedStudentType[];
}

@InputType()
export class NewGroupInput {
  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [ID])
  studentIds!: string[];
}

@InputType()
export class GroupChangeInput {
  @Field(() => ID)
  groupId!: string;

  @Field(() => [ID])
  add!: string[];

  @Field(() => [ID])
  remove!: string[];
}
