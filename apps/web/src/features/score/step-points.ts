interface Judged {
  points: number | null;
  low: number | null;
  high: number | null;
  countedWeight: number;
}

export interface JoinedPoints {
  value: number;
  low: number;
  high: number;
}

/**
 * Points of a workflow step: its graded criteria by weight. The ends of the interval are averaged the same way, which is wider than a
 * joint interval and never flatters. Null when nothing in it is graded or counts.
 */
export function stepPoints(criteria: readonly Judged[]): JoinedPoints | null {
  const graded = criteria.filter(({ points, countedWeight }) => points !== null && countedWeight > 0);
  const weight = graded.reduce((sum, { countedWeight }) => sum + countedWeight, 0);
  if (weight === 0) return null;
  const mean = (pick: (criterion: Judged) => number) =>
    graded.reduce((sum, criterion) => sum + pick(criterion) * criterion.countedWeight, 0) / weight;
  return {
    value: mean(({ points }) => points ?? 0),
    low: mean(({ low, points }) => low ?? points ?? 0),
    high: mean(({ high, points }) => high ?? points ?? 0),
  };
}
