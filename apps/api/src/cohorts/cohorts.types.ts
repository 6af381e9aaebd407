import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TrackType } from '../tracks/tracks.types.js';

@ObjectType('Cohort')
export class CohortType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => TrackType)
  track!: TrackType;
}
