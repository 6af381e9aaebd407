import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('CohortSettings', { description: 'A cohort as admins keep it.' })
export class CohortSettingsType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'In which its days begin and end, such as Europe/Berlin.' })
  timeZone!: string;

  @Field(() => Date, { nullable: true, description: 'Before it nothing is open; null: from the start.' })
  startsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'After it nothing is open; null: for good.' })
  endsAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when nobody hands in through it; null while it is in use.',
  })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Students who are in it.' })
  students!: number;
}

@InputType('CohortSettingsInput')
export class CohortSettingsInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Date, { nullable: true })
  startsAt?: Date | null;

  @Field(() => Date, { nullable: true })
  endsAt?: Date | null;
}
