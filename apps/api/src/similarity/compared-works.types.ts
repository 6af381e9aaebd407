import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SimilarityPairType } from './similarity.types.js';

@ObjectType('ComparedFile')
export class ComparedFileType {
  @Field(() => String)
  path!: string;

  @Field(() => String, { description: 'As it was compared: of a notebook, its code cells.' })
  text!: string;
}

@ObjectType('ComparedWork')
export class ComparedWorkType {
  @Field(() => ID, { nullable: true, description: 'Null where reviews are anonymous: it leads to a name.' })
  runId!: string | null;

  @Field(() => Date)
  submittedAt!: Date;

  @Field(() => [ComparedFileType])
  files!: ComparedFileType[];
}

@ObjectType('MatchedLines')
export class MatchedLinesType {
  @Field(() => Int, { description: 'Place among the files of the work, from 0.' })
  file!: number;

  @Field(() => Int, { description: 'First line, from 1.' })
  from!: number;

  @Field(() => Int, { description: 'Last line.' })
  to!: number;
}

@ObjectType('SimilarityMatch')
export class SimilarityMatchType {
  @Field(() => MatchedLinesType)
  left!: MatchedLinesType;

  @Field(() => MatchedLinesType)
  right!: MatchedLinesType;
}

@ObjectType('ComparedPair', { description: 'Two works side by side.' })
export class ComparedPairType {
  @Field(() => SimilarityPairType)
  pair!: SimilarityPairType;

  @Field(() => ID)
  reportId!: string;

  @Field(() => String)
  cohortSlug!: string;

  @Field(() => ComparedWorkType)
  left!: ComparedWorkType;

  @Field(() => ComparedWorkType)
  right!: ComparedWorkType;

  @Field(() => [SimilarityMatchType], { description: 'Longest first.' })
  matches!: SimilarityMatchType[];
}
