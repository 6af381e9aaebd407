import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Skill } from '@holdout/domain';
import { SkillEnum } from '../graphql/enums.js';
import { AuthoredPart, BeginPart, RoadmapDraft, RoadmapVersionType } from './history.types.js';
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
export class StageDraftType extends RoadmapDraft {
  @Field(() => StageTextType)
  text!: StageTextType;
}

@ObjectType('AuthoredStage')
export class AuthoredStageType extends AuthoredPart {
  @Field(() => Boolean, { description: 'It stands on the roadmap.' })
  isPublished!: boolean;
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
export class BeginStageInput extends BeginPart {}

@InputType()
export class SaveStageDraftInput {
  @Field(() => ID)
  stageId!: string;

  @Field(() => Int, { description: 'The revision that was changed; 0 where there was no draft.' })
  basis!: number;

  @Field(() => StageTextInput)
  text!: StageTextInput;
}
