import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class LessonText {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => Int, { description: 'How long reading it takes.' })
  minutes!: number;

  @Field(() => String, { description: 'Markdown.' })
  body!: string;
}

@ObjectType('LessonDraft')
export class LessonDraftType extends LessonText {
  @Field(() => Int, { description: 'How often it was saved.' })
  revision!: number;

  @Field(() => String)
  savedBy!: string;

  @Field(() => Date)
  savedAt!: Date;
}

@ObjectType('LessonVersion')
export class LessonVersionType {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  note!: string;

  @Field(() => String, { nullable: true, description: 'Null where it came with the platform.' })
  publishedBy!: string | null;

  @Field(() => Date)
  publishedAt!: Date;
}

@ObjectType('LessonVersionText')
export class LessonVersionTextType extends LessonText {
  @Field(() => Int)
  version!: number;
}

@ObjectType('AuthoredLesson')
export class AuthoredLessonType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'Of the draft, where there is one.' })
  title!: string;

  @Field(() => Boolean, { description: 'Students can read it.' })
  isPublished!: boolean;

  @Field(() => Int, { nullable: true, description: 'The newest version.' })
  version!: number | null;

  @Field(() => Boolean)
  hasDraft!: boolean;
}

@ObjectType('AuthoredLessonDetail')
export class AuthoredLessonDetailType extends AuthoredLessonType {
  @Field(() => LessonDraftType, { nullable: true })
  draft!: LessonDraftType | null;

  @Field(() => [LessonVersionType], { description: 'The newest hundred, newest first.' })
  versions!: LessonVersionType[];

  @Field(() => Int, { description: 'Students who began an older version than the newest, and read that.' })
  readersBehind!: number;
}

@InputType()
export class BeginLessonInput {
  @Field(() => String)
  stageSlug!: string;

  @Field(() => String, { description: 'Its address below the stage: small letters, digits and hyphens.' })
  slug!: string;

  @Field(() => String)
  title!: string;
}

@InputType()
export class SaveLessonDraftInput extends LessonText {
  @Field(() => ID)
  lessonId!: string;

  @Field(() => Int, { description: 'The revision that was changed; 0 where there was no draft.' })
  basis!: number;
}
