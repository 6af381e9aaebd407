import type { CohortAnalyticsQuery } from '@/generated/graphql';

export type Analytics = CohortAnalyticsQuery['cohortAnalytics'];
