import { useTranslations } from 'next-intl';
import type { Pair } from './similarity.types';

/** A student, said to be of an earlier cohort where they are. */
export function StudentName({ student: { name, isEarlier } }: { student: Pair['left'] }) {
  const t = useTranslations('similarity');
  return isEarlier ? t('earlierStudent', { name }) : name;
}
