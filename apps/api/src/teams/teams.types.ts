import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('TeamMember')
export class TeamMemberType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  isViewer!: boolean;

  @Field(() => Date)
  joinedAt!: Date;
}

@ObjectType('Team', {
  description: 'Students who work on an assignment together. What one hands in counts for all of them.',
})
export class TeamType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Told to classmates, who join with it. Null once the team has handed something in.',
  })
  joinCode!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it first handed something in.' })
  frozenAt!: Date | null;

  @Field(() => [TeamMemberType])
  members!: TeamMemberType[];
}

@ObjectType('Teamwork', { description: 'How an assignment is worked on in teams, and the viewer’s own.' })
export class TeamworkType {
  @Field(() => Int)
  maxTeamSize!: number;

  @Field(() => TeamType, { nullable: true, description: 'Null where the viewer works alone.' })
  team!: TeamType | null;
}

@ObjectType('StudentWithoutTeam')
export class StudentWithoutTeamType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@InputType('TeamChangeInput')
export class TeamChangeInput {
  @Field(() => ID)
  teamId!: string;

  @Field(() => [ID])
  add!: string[];

  @Field(() => [ID])
  remove!: string[];

  @Field(() => String)
  reason!: string;
}
