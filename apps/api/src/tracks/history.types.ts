import { Field, Int, ObjectType } from '@nestjs/graphql';

/** A version of a stage or a concept diagram in a list, without what it says. */
@ObjectType('RoadmapVersion')
export class RoadmapVersionType {
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
