import { useTranslations } from 'next-intl';
import { LocalTime } from '@/ui/local-time';
import { Facts } from '@/ui/panel';
import type { AssignmentDetail } from './assignment.types';

/** Attempts left and the deadline, in the reader's own zone. */
export function AttemptFacts({ assignment, passMark }: { assignment: AssignmentDetail; passMark: number }) {
  const t = useTranslations('assignment');
  const { policy, bestPoints } = assignment;
  return (
    <Facts
      items={[
        [t('best'), bestPoints === null ? t('none') : t('bestOf', { points: bestPoints, passMark })],
        [t('practiceLeft'), t('leftToday', { left: policy.practiceLeftToday, all: policy.practicePerDay })],
        [
          t('nextPractice'),
          policy.practiceLeftToday === 0 && policy.nextPracticeAt ? (
            <LocalTime at={policy.nextPracticeAt} style="zoned" />
          ) : null,
        ],
        [
          t('certificationLeft'),
          t('left', { left: policy.certificationsLeft, all: policy.certificationLimit }),
        ],
        [t('due'), policy.dueAt ? <LocalTime at={policy.dueAt} style="zoned" /> : t('noDeadline')],
        [
          t('extendedFrom'),
          policy.extendedFrom ? <LocalTime at={policy.extendedFrom} style="zoned" /> : null,
        ],
        [t('closes'), policy.closesAt ? <LocalTime at={policy.closesAt} style="zoned" /> : null],
      ]}
    />
  );
}
