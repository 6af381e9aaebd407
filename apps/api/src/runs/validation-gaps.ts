import type { MetricDirection } from '@holdout/domain';
import { z } from 'zod';
import type { ValidationVerdict } from '../graphql/enums.js';
import type { ValidationGapType } from './comparisons.types.js';

interface Measured {
  name: string;
  label: string;
  value: number;
  low: number;
  high: number;
  direction: MetricDirection;
}

const claims = z.record(z.string(), z.number()).nullable();

/** Each claim of the student beside the hidden score. Within its interval, the two agree. */
export function validationGaps(json: unknown, metrics: readonly Measured[]): ValidationGapType[] {
  return Object.entries(claims.parse(json ?? null) ?? {}).map(([metric, claimed]) => {
    const measured = metrics.find(({ name }) => name === metric);
    if (!measured) {
      const none = { label: null, direction: null, hidden: null, low: null, high: null };
      return { metric, claimed, ...none, verdict: 'NOT_MEASURED' };
    }
    const { label, direction, value: hidden, low, high } = measured;
    return { metric, label, direction, claimed, hidden, low, high, verdict: verdictOf(claimed, measured) };
  });
}

function verdictOf(claimed: number, { low, high, direction }: Measured): ValidationVerdict {
  if (claimed >= low && claimed <= high) return 'AGREES';
  return claimed > high === (direction === 'HIGHER') ? 'TOO_GOOD' : 'TOO_MODEST';
}
