import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { LeaderboardBoardEnum, type LeaderboardBoard } from '../graphql/enums.js';
import { PageInfoType, StudentType } from '../runs/runs.types.js';

@ObjectType('LeaderboardRow')
export class LeaderboardRowType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  rank!: number;

  @Field(() => Int)
  band!: number;

  @Field(() => String, {
    description: 'The name, or the pseudonym that the student chose; of a team its own.',
  })
  name!: string;

  @Field(() => StudentType, { nullable: true, description: 'Told to staff and to the student alone.' })
  student!: StudentType | null;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;

  @Field(() => ID, { nullable: true })
  runId!: string | null;

  @Field(() => Boolean)
  isViewer!: boolean;

  @Field(() => Int, { nullable: true, description: 'Private board: the rank on the public one.' })
  publicRank!: number | null;
}

@ObjectType('LeaderboardPlace')
export class LeaderboardPlaceType {
  @Field(() => Int)
  rank!: number;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  low!: number;

  @Field(() => Float)
  high!: number;
}

@ObjectType('LeaderboardChange')
export class LeaderboardChangeType {
  @Field(() => ID)
  runId!: string;

  @Field(() => Boolean)
  isReleased!: boolean;

  @Field(() => String)
  message!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('Leaderboard')
export class LeaderboardType {
  @Field(() => LeaderboardBoardEnum)
  board!: LeaderboardBoard;

  @Field(() => [LeaderboardRowType])
  rows!: LeaderboardRowType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;

  @Field(() => Float)
  passMark!: number;

  @Field(() => Boolean, { description: 'The private board opens to students when the assignment closes.' })
  isPrivateOpen!: boolean;

  @Field(() => Date, { nullable: true })
  privateOpensAt!: Date | null;

  @Field(() => LeaderboardPlaceType, { nullable: true })
  ownPlace!: LeaderboardPlaceType | null;

  @Field(() => LeaderboardChangeType, { nullable: true, description: "What the viewer's latest score did." })
  ownChange!: LeaderboardChangeType | null;
}
