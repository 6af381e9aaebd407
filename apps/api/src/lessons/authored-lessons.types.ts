import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AuthoredPart, ListedVersion } from '../tracks/history.types.js';

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
export class LessonVersionType extends ListedVersion {}

@ObjectType('LessonVersionText')
export class LessonVersionTextType extends LessonText {
  @Field(() => Int)
  version!: number;
}

@ObjectType('AuthoredLesson')
export class AuthoredLessonType extends AuthoredPart {
  @Field(() => Boolean, { description: 'Students can read it.' })
  isPublished!: boolean;
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
