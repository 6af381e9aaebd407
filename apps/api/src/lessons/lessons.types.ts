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

@ObjectType('ExcerptPart')
export class ExcerptPartType {
  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: 'It is one of the words that were asked for.' })
  isHit!: boolean;
}

@ObjectType('LessonHit')
export class LessonHitType {
  @Field(() => LessonSummaryType)
  lesson!: LessonSummaryType;

  @Field(() => String)
  stageSlug!: string;

  @Field(() => String)
  stageTitle!: string;

  @Field(() => [ExcerptPartType])
  excerpt!: ExcerptPartType[];
}

@ObjectType('Lesson')
export class LessonType extends LessonSummaryType {
  @Field(() => String)
  body!: string;

  @Field(() => Int, {
    description: 'The version that the viewer reads: the one that they began, or the newest.',
  })
  version!: number;

  @Field(() => Int)
  newestVersion!: number;

  @Field(() => Boolean, { description: 'The viewer keeps to their version until a newer one is chosen.' })
  isBegun!: boolean;
}
