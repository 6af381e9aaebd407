import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ExtensionType } from './cohort-plan.types.js';

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

  @Field(() => [ExtensionType], { description: 'They hold for whoever is in it, as long as they are.' })
  extensions!: ExtensionType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Set for it last; whoever joins is given them, less what they have used.',
  })
  lateDays!: number | null;
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
