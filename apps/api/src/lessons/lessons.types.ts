import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LessonSummary')
export class LessonSummaryType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => Int)
  minutes!: number;
}

@ObjectType('Lesson')
export class LessonType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => String)
  body!: string;
}
