import { Field, Int, ObjectType } from '@nestjs/graphql';

/** How many scores change, and which way. */
@ObjectType({ isAbstract: true })
export abstract class ScoreChanges {
  @Field(() => Int)
  raised!: number;

  @Field(() => Int)
  lowered!: number;

  @Field(() => Int)
  newlyPassed!: number;

  @Field(() => Int)
  noLongerPassed!: number;
}
