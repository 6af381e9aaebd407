import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { Version } from './assignment.types';
import styles from './assignment-page.module.css';

/** Says which numbers a program of the author's measures, and which program that is. */
export function OwnScorerNotice({ version }: { version: Version }) {
  const t = useTranslations('assignment.ownScorer');
  if (version.ownScorerDigest === null) return null;
  const metrics = version.metrics.filter(({ isOwn }) => isOwn).map(({ label }) => label);
  return (
    <Notice meaning="neutral" title={t('title')}>
      <p>{t('text', { metrics: metrics.join(', ') })}</p>
      <p className={styles.digest}>{t('digest', { digest: version.ownScorerDigest })}</p>
    </Notice>
  );
}
