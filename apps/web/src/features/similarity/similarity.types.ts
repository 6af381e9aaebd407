import type { SimilarityPairQuery, SimilarityReportQuery } from '@/generated/graphql';

export type Report = SimilarityReportQuery['similarityReport'];
export type Pair = Report['pairs']['nodes'][number];
export type Cluster = Report['clusters'][number];
export type SideBySide = SimilarityPairQuery['similarityPair'];
export type Side = 'left' | 'right';
