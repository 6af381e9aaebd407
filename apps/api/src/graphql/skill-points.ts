import { SKILLS, type Skill } from '@holdout/domain';
import { Field, Float, ObjectType } from '@nestjs/graphql';
import { SkillEnum } from './enums.js';

@ObjectType('SkillPoints')
export class SkillPointsType {
  @Field(() => SkillEnum)
  skill!: Skill;

  @Field(() => Float)
  points!: number;
}

/** Skill points in the order of the roadmap, without skills that have no evidence. */
export function skillPointsOf(points: Partial<Record<Skill, number>>): SkillPointsType[] {
  return SKILLS.flatMap((skill) => {
    const own = points[skill];
    return own === undefined ? [] : [{ skill, points: own }];
  });
}
