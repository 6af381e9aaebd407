import type { RerunQuery, RerunsQuery } from '@/generated/graphql';

export type Rerun = RerunQuery['rerun'];
export type RerunVersion = RerunsQuery['rerunVersions'][number];
