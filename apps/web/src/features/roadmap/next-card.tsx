import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import type { NextStep } from './next-step';
import styles from './next-card.module.css';

/** The one thing to do next. */
export function NextCard({ step }: { step: NextStep }) {
  const t = useTranslations('roadmap');
  if (step.kind === 'done') {
    return (
      <section className={styles.card} aria-label={t('next')}>
        <p className={styles.kicker}>{t('next')}</p>
        <p className={styles.title}>{t('doneTitle')}</p>
        <p className={styles.text}>{t('doneText')}</p>
      </section>
    );
  }
  const isAssignment = step.kind === 'assignment';
  const href = isAssignment ? `/assignments/${step.slug}` : `/stages/${step.stage.slug}`;
  return (
    <section className={styles.card} aria-label={t('next')}>
      <p className={styles.kicker}>{t('nextIn', { stage: step.stage.position })}</p>
      <p className={styles.title}>{isAssignment ? step.title : step.stage.title}</p>
      <p className={styles.text}>
        {isAssignment
          ? step.bestPoints === null
            ? t('notTried')
            : t('bestSoFar', { points: step.bestPoints })
          : step.stage.goal}
      </p>
      <LinkButton href={href} rightSection={<IconArrowRight size={16} aria-hidden />} fullWidth>
        {isAssignment ? t('openAssignment') : t('openStage')}
      </LinkButton>
    </section>
  );
}
