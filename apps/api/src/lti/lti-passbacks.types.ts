import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PASSBACK_STATES, type PassbackState } from '@holdout/db';

const PassbackStateEnum = Object.fromEntries(PASSBACK_STATES.map((state) => [state, state]));
registerEnumType(PassbackStateEnum, {
  name: 'PassbackState',
  description: 'How a grade stands at the platform that its student comes from.',
});

@ObjectType('LinkPassbacks', { description: 'A link in a course, and how its grades stand at the platform.' })
export class LinkPassbacksType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  platformName!: string;

  @Field(() => String)
  contextTitle!: string;

  @Field(() => ID)
  assignmentId!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => Boolean, {
    description: 'Without a column in its gradebook, the platform keeps no grades of it.',
  })
  hasColumn!: boolean;

  @Field(() => Int)
  sent!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'Tried again until the platform takes them.' })
  failing!: number;

  @Field(() => Int, { description: 'Students of the cohort who never came from there.' })
  notLinked!: number;

  @Field(() => String, { nullable: true })
  lastFailure!: string | null;
}

@ObjectType('Passback')
export class PassbackType {
  @Field(() => ID)
  studentId!: string;

  @Field(() => ID)
  assignmentId!: string;

  @Field(() => PassbackStateEnum)
  state!: PassbackState;

  @Field(() => Float, { nullable: true, description: 'The points that the platform has.' })
  sentPoints!: number | null;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true })
  lastFailure!: string | null;
}

@ObjectType('CohortPassbacks')
export class CohortPassbacksType {
  @Field(() => [LinkPassbacksType])
  links!: LinkPassbacksType[];

  @Field(() => [PassbackType], { description: 'Of the students that were asked for.' })
  passbacks!: PassbackType[];
}
