import type { AssignmentDraftSettingsInput } from '@/generated/graphql';
import type { Settings } from './draft.types';

/** The settings to send, without what the cache added. */
export function withoutTypes(settings: Settings & { __typename?: string }): AssignmentDraftSettingsInput {
  const { __typename: _, weights, simpleAt, scorerMetrics, ...rest } = settings;
  return {
    ...rest,
    weights: weights.map(({ key, weight, metrics }) => ({ key, weight, metrics })),
    simpleAt: simpleAt.map(({ metric, value }) => ({ metric, value })),
    scorerMetrics: scorerMetrics.map(({ name, label, direction, bound, unit }) => ({
      name,
      label,
      direction,
      bound,
      unit,
    })),
  };
}
