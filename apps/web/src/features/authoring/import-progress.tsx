import { useTranslations } from 'next-intl';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import type { DraftImport } from './draft.types';
import styles from './authoring.module.css';

const STEPS = ['OPEN', 'CHECK', 'SPLIT', 'MEASURE', 'PUBLISH'] as const;

interface Props {
  work: DraftImport;
  isStale: boolean;
  /** References are measured before anything is published too, as an import does and the check of a draft does not. */
  isMeasured?: boolean;
}

/** How far a check or a publication is, step by step, and how it ended. */
export function ImportProgress({ work, isStale, isMeasured = false }: Props) {
  const t = useTranslations('drafts.progress');
  if (work.status === 'FAILED')
    return (
      <Notice meaning="failed" title={t('FAILED')}>
        {work.error}
      </Notice>
    );
  const steps = work.publish ? STEPS : STEPS.slice(0, isMeasured ? -1 : STEPS.indexOf('MEASURE'));
  const isDone = work.status === 'SUCCEEDED';
  const now = work.step === null ? -1 : steps.indexOf(work.step);
  const meaningOf = (place: number) => {
    if (isDone || place < now) return 'passed';
    if (place > now) return 'waiting';
    return work.status === 'REJECTED' ? 'failed' : 'running';
  };
  return (
    <div role="status" className={styles.stack} data-testid="import" data-status={work.status}>
      <ol className={styles.progressSteps}>
        {steps.map((step, place) => (
          <li key={step}>
            <Mark meaning={meaningOf(place)}>
              {t(`step.${step}`)}
              {place === now && work.stepsPlanned > 0 && !isDone
                ? ` ${t('of', { done: work.stepsDone, planned: work.stepsPlanned })}`
                : ''}
            </Mark>
          </li>
        ))}
      </ol>
      <p>
        {isStale && work.finishedAt
          ? t('stale')
          : t(`said.${work.publish ? 'publish' : 'check'}.${work.status as 'QUEUED'}`)}
      </p>
    </div>
  );
}
