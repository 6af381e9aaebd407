import type { ScoreQuery } from '@/generated/graphql';

export type ScoredRun = ScoreQuery['run'];
export type Score = NonNullable<ScoredRun['score']>;
export type Plot = Score['plots'][number];
