import type { ReproductionFragment } from '@/generated/graphql';
import type { Meaning } from '@/ui/mark';

type Verdict = NonNullable<ReproductionFragment['verdict']>;
type Agreement = ReproductionFragment['measures'][number]['agreement'];

export const MEANING_OF_VERDICT = {
  IDENTICAL: 'passed',
  WITHIN_TOLERANCE: 'passed',
  DIFFERENT: 'failed',
  IMAGE_GONE: 'attention',
  INCONCLUSIVE: 'attention',
} satisfies Record<Verdict, Meaning>;

export const MEANING_OF_AGREEMENT = {
  IDENTICAL: 'passed',
  WITHIN_TOLERANCE: 'passed',
  WITHIN_INTERVAL: 'failed',
  BEYOND_INTERVAL: 'failed',
  MISSING: 'failed',
  TIMED: 'neutral',
} satisfies Record<Agreement, Meaning>;
