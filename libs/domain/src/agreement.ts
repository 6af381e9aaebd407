export interface Agreement {
  /** Items that both graded. */
  n: number;
  /** Share of the items on which both chose the same level. */
  observed: number;
  /** Chance-corrected agreement, 1 for perfect, 0 for no better than chance; null when chance alone would agree fully. */
  kappa: number | null;
}

/**
 * How far two graders agree on the same items, given the level each chose. Null without items.
 * Source: Cohen (1960), Educational and Psychological Measurement 20(1), 37-46.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement | null {
  const n = pairs.length;
  if (n === 0) return null;
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  const levels = new Set(pairs.flat());
  const share = (side: 0 | 1, level: string) => pairs.filter((pair) => pair[side] === level).length / n;
  const chance = [...levels].reduce((sum, level) => sum + share(0, level) * share(1, level), 0);
  return { n, observed, kappa: chance === 1 ? null : (observed - chance) / (1 - chance) };
}
