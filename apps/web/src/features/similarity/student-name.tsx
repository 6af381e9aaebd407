import { useTranslations } from 'next-intl';
import type { Pair } from './similarity.types';

/** A student's name, marked if they are from an earlier cohort. */
export function StudentName({ student: { name, isEarlier } }: { student: Pair['left'] }) {
  const t = useTranslations('similarity');
  return isEarlier ? t('earlierStudent', { name }) : name;
}
