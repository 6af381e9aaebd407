import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SimilarityStatus } from '@holdout/domain';
import { SimilarityStatusEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@InputType('CompareSubmissionsInput')
export class CompareSubmissionsInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  cohortSlug!: string;

  @Field(() => Boolean, {
    description: 'Compares with what students of cohorts handed in that began before this one.',
  })
  includesEarlier!: boolean;
}

@ObjectType('SimilarityStudent')
export class SimilarityStudentType {
  @Field(() => String, { description: 'The same for one student in one report.' })
  key!: string;

  @Field(() => String, { description: 'A code where reviews of the assignment are anonymous.' })
  name!: string;

  @Field(() => Boolean, { description: 'Of an earlier cohort.' })
  isEarlier!: boolean;
}

@ObjectType('SimilarityPair', { description: 'The two most similar works of two students.' })
export class SimilarityPairType {
  @Field(() => ID)
  id!: string;

  @Field(() => SimilarityStudentType)
  left!: SimilarityStudentType;

  @Field(() => SimilarityStudentType)
  right!: SimilarityStudentType;

  @Field(() => Float, { description: 'From 0 (nothing shared) to 1 (the same).' })
  similarity!: number;

  @Field(() => Float, { description: 'How much of the left work lies in the right one.' })
  leftShare!: number;

  @Field(() => Float)
  rightShare!: number;

  @Field(() => Int, { description: 'Lines of the left work.' })
  matchedLines!: number;
}

@ObjectType('SimilarityPairConnection')
export class SimilarityPairConnectionType {
  @Field(() => [SimilarityPairType])
  nodes!: SimilarityPairType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('SimilarityCluster', {
  description: 'Students connected by similar pairs, directly or through others.',
})
export class SimilarityClusterType {
  @Field(() => [SimilarityStudentType])
  students!: SimilarityStudentType[];

  @Field(() => [SimilarityPairType], { description: 'Most similar first.' })
  pairs!: SimilarityPairType[];
}

@ObjectType('SimilarityReport')
export class SimilarityReportType {
  @Field(() => ID)
  id!: string;

  @Field(() => SimilarityStatusEnum)
  status!: SimilarityStatus;

  @Field(() => Boolean)
  includesEarlier!: boolean;

  @Field(() => Int, { description: 'Works read so far.' })
  worksRead!: number;

  @Field(() => Int)
  worksPlanned!: number;

  @Field(() => Int, { description: 'Works beyond the limits, or without code that is compared.' })
  leftOut!: number;

  @Field(() => Int, { description: 'Files that everyone was given; their code is left out.' })
  givenFiles!: number;

  @Field(() => Int, { description: 'Fingerprints that so many students have that they are left out.' })
  commonFingerprints!: number;

  @Field(() => [Int], { description: 'Pairs of students by similarity, in equal steps from 0 to 1.' })
  histogram!: number[];

  @Field(() => String, { nullable: true, description: 'What to do when it FAILED.' })
  error!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  finishedAt!: Date | null;
}

@ObjectType('SimilarityCounts')
export class SimilarityCountsType {
  @Field(() => Int)
  works!: number;

  @Field(() => Int)
  students!: number;

  @Field(() => Int)
  earlierStudents!: number;

  @Field(() => Int, { description: 'Works with too little code of their own to tell anything.' })
  tooShort!: number;
}
