import { useTranslations } from 'next-intl';
import type { PolicyFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import type { SubmitKind } from './submission.types';

/** Why nothing can be handed in now, and when that changes. */
export function NoneLeft({ kind, policy }: { kind: SubmitKind; policy: PolicyFragment }) {
  const t = useTranslations('submit.noneLeft');
  const { nextPracticeAt } = policy;
  if (kind === 'CERTIFICATION') return t('certification');
  if (!nextPracticeAt) return t('practice');
  return t.rich('practiceUntil', { at: () => <LocalTime at={nextPracticeAt} style="zoned" /> });
}
