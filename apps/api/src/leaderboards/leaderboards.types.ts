import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { StudentType } from '../runs/runs.types.js';

@ObjectType('LeaderboardRow')
export class LeaderboardRowType {
  @Field(() => Int)
  rank!: number;

  @Field(() => Int)
  band!: number;

  @Field(() => StudentType)
  student!: StudentType;

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
}

@ObjectType('Leaderboard')
export class LeaderboardType {
  @Field(() => [LeaderboardRowType])
  rows!: LeaderboardRowType[];

  @Field(() => String)
  note!: string;
}
