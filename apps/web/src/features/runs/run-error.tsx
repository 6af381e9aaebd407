import { useTranslations } from 'next-intl';
import type { RunStateFragment } from '@/generated/graphql';
import { Notice } from '@/ui/notice';
import { Facts } from '@/ui/panel';
import { reasonKey } from './reason-key';
import styles from './run-error.module.css';

/** Why a run ended without points: the fact, where it was, and what to try. */
export function RunError({ run }: { run: RunStateFragment }) {
  const t = useTranslations('run.error');
  const phases = useTranslations('phase');
  if (run.status !== 'FINISHED' || run.outcome === 'SCORED' || run.outcome === null) return null;
  if (run.outcome === 'CANCELLED') {
    return (
      <Notice meaning="neutral" title={t('cancelledTitle')}>
        {t('cancelledText')}
      </Notice>
    );
  }
  if (run.outcome === 'INFRASTRUCTURE_ERROR') {
    return (
      <Notice meaning="attention" title={t('oursTitle')}>
        <p>{t('oursText')}</p>
        {run.message && <p>{run.message}</p>}
      </Notice>
    );
  }
  const key = reasonKey(run.reason);
  const detail = run.errorDetail;
  return (
    <Notice meaning="failed" title={t(`title.${key}`)}>
      {run.message && <p className={styles.message}>{run.message}</p>}
      {detail && (
        <div className={styles.where}>
          <Facts
            items={[
              [t('phase'), phases(detail.phase)],
              [t('file'), detail.file && <code>{detail.file}</code>],
              [t('line'), detail.line],
              [t('rule'), detail.rule && <code>{detail.rule}</code>],
            ]}
          />
        </div>
      )}
      <p className={styles.advice}>
        <strong>{t('try')}</strong> {t(`advice.${key}`)}
      </p>
    </Notice>
  );
}
