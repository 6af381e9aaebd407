import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Skill } from '@holdout/domain';
import { SkillEnum } from '../graphql/enums.js';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class StudyAnchor {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  provider!: string;

  @Field(() => String)
  url!: string;

  @Field(() => String)
  why!: string;
}

@ObjectType('StudyAnchor')
export class StudyAnchorType extends StudyAnchor {}

@ObjectType('Stage')
export class StageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => Int)
  position!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  goal!: string;

  @Field(() => String)
  unlocks!: string;

  @Field(() => [SkillEnum])
  skills!: Skill[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many of its assignments pass the stage; null: all of them.',
  })
  passesNeeded!: number | null;
}
