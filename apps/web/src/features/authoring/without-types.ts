import type { AssignmentDraftSettingsInput } from '@/generated/graphql';
import type { Settings } from './draft.types';

/** What is sent: nothing that the cache added. */
export function withoutTypes(settings: Settings & { __typename?: string }): AssignmentDraftSettingsInput {
  const { __typename: _, weights, scorerMetrics, ...rest } = settings;
  return {
    ...rest,
    weights: weights.map(({ key, weight }) => ({ key, weight })),
    scorerMetrics: scorerMetrics.map(({ name, label, direction, bound, unit }) => ({
      ...{ name, label, direction, bound, unit },
    })),
  };
}
