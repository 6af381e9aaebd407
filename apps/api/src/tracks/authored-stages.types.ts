import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Skill } from '@holdout/domain';
import { SkillEnum } from '../graphql/enums.js';
import { RoadmapVersionType } from './history.types.js';
import { StudyAnchor, StudyAnchorType } from './stages.types.js';

@InputType('StudyAnchorInput')
export class StudyAnchorInput extends StudyAnchor {}

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class StageWords {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  goal!: string;

  @Field(() => String)
  unlocks!: string;

  @Field(() => String, { description: 'Markdown.' })
  overview!: string;

  @Field(() => [SkillEnum])
  skills!: Skill[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many passed assignments pass it; null: all of them.',
  })
  passesNeeded!: number | null;
}

@ObjectType('StageText')
export class StageTextType extends StageWords {
  @Field(() => [StudyAnchorType])
  studyAnchors!: StudyAnchorType[];
}

@InputType('StageTextInput')
export class StageTextInput extends StageWords {
  @Field(() => [StudyAnchorInput])
  studyAnchors!: StudyAnchorInput[];
}

@ObjectType('StageDraft')
export class StageDraftType {
  @Field(() => Int, { description: 'How often it was saved.' })
  revision!: number;

  @Field(() => String)
  savedBy!: string;

  @Field(() => Date)
  savedAt!: Date;

  @Field(() => StageTextType)
  text!: StageTextType;
}

@ObjectType('AuthoredStage')
export class AuthoredStageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'Of the draft, where there is one.' })
  title!: string;

  @Field(() => Boolean, { description: 'It stands on the roadmap.' })
  isPublished!: boolean;

  @Field(() => Int, { nullable: true, description: 'The newest version.' })
  version!: number | null;

  @Field(() => Boolean)
  hasDraft!: boolean;
}

@ObjectType('AuthoredStageDetail')
export class AuthoredStageDetailType extends AuthoredStageType {
  @Field(() => StageDraftType, { nullable: true })
  draft!: StageDraftType | null;

  @Field(() => StageTextType, { nullable: true, description: 'What the newest version says.' })
  newest!: StageTextType | null;

  @Field(() => [RoadmapVersionType], { description: 'The newest hundred, newest first.' })
  versions!: RoadmapVersionType[];
}

@InputType()
export class BeginStageInput {
  @Field(() => String, {
    nullable: true,
    description: 'Its address: small letters, digits and hyphens. Made of the title where it is left out.',
  })
  slug!: string | null;

  @Field(() => String)
  title!: string;
}

@InputType()
export class SaveStageDraftInput {
  @Field(() => ID)
  stageId!: string;

  @Field(() => Int, { description: 'The revision that was changed; 0 where there was no draft.' })
  basis!: number;

  @Field(() => StageTextInput)
  text!: StageTextInput;
}
